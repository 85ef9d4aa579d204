export { type MailFailure, type MailReport, longestReport, reportOf } from './report.ts';
export { type Severity, severityOf } from './severity.ts';
