import { parentPort, workerData } from 'node:worker_threads';
import { type TablesProblem, seatTables } from '#libs/matching';

// A thread of its own for one seating: some hundred people take up to a second, which must not hold up everybody else's
// requests. It is told everything at its start and knows no database (docs/decisions/0010).

parentPort?.postMessage(seatTables(workerData as TablesProblem));
