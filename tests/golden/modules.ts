import { readFile } from 'node:fs/promises';
import pageFactory from '../../build/wasm/aftermint-page.mjs';
import workshopFactory from '../../build/wasm/aftermint-workshop.mjs';

/** The doors of the modules, text in and text out (docs/formats.md). */
export interface Doors {
  open(bookText: string): string;
  decide(book: number, momentText: string): string;
  present(book: number, momentText: string): string;
  close(book: number): void;
}
/** The page's module has English words, and is handed those of other languages as they are needed. */
export interface PageDoors extends Doors {
  speak(line: string): void;
}
export interface WorkshopDoors extends Doors {
  check(bookText: string): string;
  enforce(book: number): string;
  explain(book: number, momentText: string): string;
  verify(book: number, acceptText: string): string;
  read(countsText: string): string;
}

const shipped = (name: string) => readFile(`dist/${name}`);

/** The page's module as shipped in dist/, before it is handed any words. */
export async function speechlessPage(): Promise<PageDoors> {
  return (await pageFactory({ wasm: await shipped('aftermint-page.wasm') })) as unknown as PageDoors;
}

/** The words of every language but English as shipped in dist/, each as a line for the core. */
export async function shippedWords(): Promise<string[]> {
  const all = JSON.parse((await shipped('aftermint-words.json')).toString()) as string[][];
  return all.map((words) => words.join('|'));
}

/** The page's module as shipped in dist/, every language's words handed to it: from then on it is like native. */
export async function page(): Promise<PageDoors> {
  const doors = await speechlessPage();
  for (const line of await shippedWords()) doors.speak(line);
  return doors;
}

/** The workshop's module as shipped in dist/. */
export async function workshop(): Promise<WorkshopDoors> {
  return (await workshopFactory({
    wasm: await shipped('aftermint-workshop.wasm'),
  })) as unknown as WorkshopDoors;
}

/** The number of a book that must open. */
export function opened(doors: Doors, text: string): number {
  const answer = JSON.parse(doors.open(text)) as { ok: boolean; book: number };
  if (!answer.ok) throw new Error(`the book does not open: ${JSON.stringify(answer)}`);
  return answer.book;
}
