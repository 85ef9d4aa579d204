export const columnMeanings = [
  ...(['email', 'name', 'firstName', 'lastName', 'status', 'checkedInAt', 'introductions'] as const),
  ...(['crafts', 'workingOn', 'lookingFor', 'canHelpWith', 'stage', 'city', 'employer', 'jobTitle'] as const),
  ...(['answer', 'ignored'] as const),
] as const;

/** What a column of a guest list is to us; `answer` keeps it as the answer to its header, `ignored` stores nothing. */
export type ColumnMeaning = (typeof columnMeanings)[number];

/**
 * Headers that say what a column is, folded to letters and digits; the first of a list is the best, so that
 * "Attendee email" wins over "Buyer email". Luma's and Eventbrite's own names stand among them.
 */
export const knownHeaders: Partial<Record<ColumnMeaning, readonly string[]>> = {
  email: [
    ...[
      'email',
      'emailaddress',
      'attendeeemail',
      'guestemail',
      'youremail',
      'youremailaddress',
      'mail',
      'mailaddress',
    ],
    ...['useremail', 'contactemail', 'buyeremail', 'orderemail'],
  ],
  name: [
    'name',
    'fullname',
    'attendeename',
    'guestname',
    'yourname',
    'displayname',
    'participantname',
    'attendee',
    'guest',
  ],
  firstName: ['firstname', 'givenname', 'forename', 'attendeefirstname'],
  lastName: ['lastname', 'surname', 'familyname', 'attendeelastname'],
  status: [
    ...[
      'approvalstatus',
      'attendeestatus',
      'rsvpstatus',
      'gueststatus',
      'attendancestatus',
      'registrationstatus',
    ],
    ...['status', 'rsvp', 'attendance', 'attending', 'going', 'response'],
  ],
  checkedInAt: [
    ...['checkedinat', 'checkinat', 'checkintime', 'checkedintime', 'checkindate', 'arrivedat', 'scannedat'],
    ...['checkedin', 'checkin', 'arrived', 'attended', 'came'],
  ],
  crafts: [
    'crafts',
    'craft',
    'disciplines',
    'discipline',
    'profession',
    'occupation',
    'specialty',
    'speciality',
    'skills',
  ],
  workingOn: ['workingon', 'currentproject', 'project', 'projects'],
  lookingFor: ['lookingfor', 'seeking', 'needs'],
  canHelpWith: ['canhelpwith', 'icanhelpwith', 'offers', 'offering', 'canoffer'],
  stage: ['stage', 'careerstage', 'experiencelevel', 'seniority'],
  city: ['city', 'homecity', 'town', 'basedin', 'location'],
  introductions: ['introductions', 'introduction', 'introductionsoptin', 'wantsintroductions'],
  employer: ['employer', 'company', 'companyname', 'organization', 'organisation', 'studio', 'workplace'],
  jobTitle: ['jobtitle', 'job', 'position', 'title', 'role'],
};

/** Parts of the questions organizers append, folded to words; looked for after the known headers. */
export const knownQuestions: Partial<Record<ColumnMeaning, readonly string[]>> = {
  introductions: ['introductions', 'be introduced', 'introduce you', 'introduce me'],
  workingOn: ['working on', 'current project'],
  lookingFor: ['looking for', 'in search of', 'what do you need'],
  canHelpWith: ['help with', 'help others', 'you offer', 'can offer'],
  crafts: ['what do you do', 'your craft', 'your discipline'],
  stage: ['on your way', 'career stage', 'in your career'],
  city: ['are you based', 'which city', 'do you live'],
  employer: ['where do you work', 'who do you work for'],
};

/** Book-keeping of the services, of no use after the evening; never stored. */
export const bookkeeping: readonly string[] = [
  // Luma
  ...[
    'apiid',
    'createdat',
    'customsource',
    'qrcodeurl',
    'amount',
    'amounttax',
    'amountdiscount',
    'currency',
    'couponcode',
  ],
  ...['surveyresponserating', 'surveyresponsefeedback', 'tickettypeid', 'ticketname'],
  // Eventbrite
  ...[
    'orderdate',
    'quantity',
    'pricetier',
    'tickettype',
    'group',
    'ordertype',
    'totalpaid',
    'feespaid',
    'eventbritefees',
  ],
  ...['eventbritepaymentprocessing', 'order', 'orderid', 'barcode'],
  // others
  ...[
    'id',
    'guestid',
    'attendeeid',
    'userid',
    'ticket',
    'ticketid',
    'price',
    'total',
    'registeredat',
    'registrationdate',
    // our own
    ...['partysize', 'guestnames'],
  ],
  ...['timestamp', 'utmsource', 'utmmedium', 'utmcampaign'],
];

/** What the product has no business keeping about anybody (product.md, People). */
export const privateHeaders: readonly string[] = [
  ...[
    'phone',
    'phonenumber',
    'mobile',
    'mobilephone',
    'cellphone',
    'telephone',
    'whatsapp',
    'ethaddress',
    'solanaaddress',
  ],
  ...[
    'address',
    'homeaddress',
    'billingaddress',
    'streetaddress',
    'zip',
    'zipcode',
    'postcode',
    'postalcode',
    'ipaddress',
  ],
  ...['gender', 'age', 'birthdate', 'dateofbirth', 'birthday'],
];
