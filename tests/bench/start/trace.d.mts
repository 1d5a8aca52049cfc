export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** µs. */
  ts: number;
  dur: number;
  tdur?: number;
}

export const categories: string[];
export function costOf(traceEvents: TraceEvent[]): {
  scriptMs: number;
  taskMs: number;
  longTasks: number;
  blockingMs: number;
};
