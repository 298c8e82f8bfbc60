export const PASSWORD: string;
export function until<T>(what: string, seconds: number, check: () => Promise<T>): Promise<T>;
/** Asks the MES as one person; any answer but success throws. */
export type Ask = <T>(method: string, path: string, body?: unknown) => Promise<T>;
export class Servers {
  static start(together?: boolean): Promise<Servers>;
  readonly url: string;
  /** Address of the simulator's control interface. */
  readonly control: string;
  /** Folder of everything both keep. */
  readonly data: string;
  startSimulator(): Promise<void>;
  startMes(): Promise<void>;
  kill(name: 'simulator' | 'mes'): Promise<void>;
  crew(...args: (string | number)[]): Promise<string>;
  session(user: string): Promise<Ask>;
  order(): Promise<{ batchId: string; number: string; coi: string }>;
  printLogs(): void;
  stop(): Promise<void>;
}
