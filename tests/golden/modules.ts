import { readFile } from 'node:fs/promises';
import pageFactory from '../../build/wasm/aftermint-page.mjs';
import workshopFactory from '../../build/wasm/aftermint-workshop.mjs';

/** The functions of the modules, which take and return text (docs/formats.md). */
export interface Doors {
  open(bookText: string): string;
  decide(book: number, momentText: string): string;
  view(book: number, momentText: string): string;
  close(book: number): void;
}
/** The page module contains English messages; others are added as needed. */
export interface PageDoors extends Doors {
  addMessages(line: string): void;
}
export interface WorkshopDoors extends Doors {
  check(bookText: string): string;
  enforce(book: number): string;
  explain(book: number, momentText: string): string;
  verify(book: number, acceptText: string): string;
  read(countsText: string): string;
}

const shipped = (name: string) => readFile(`dist/${name}`);

/** The page module as shipped in dist/, with English messages only. */
export async function englishPage(): Promise<PageDoors> {
  return (await pageFactory({ wasm: await shipped('aftermint-page.wasm') })) as unknown as PageDoors;
}

/** The messages of every language but English as shipped in dist/, one line per language for the core. */
export async function shippedMessages(): Promise<string[]> {
  const all = JSON.parse((await shipped('aftermint-messages.json')).toString()) as string[][];
  return all.map((messages) => messages.join('|'));
}

/** The page module as shipped in dist/, with the messages of every language added: it then answers as native does. */
export async function page(): Promise<PageDoors> {
  const doors = await englishPage();
  for (const line of await shippedMessages()) doors.addMessages(line);
  return doors;
}

/** The workshop's module as shipped in dist/. */
export async function workshop(): Promise<WorkshopDoors> {
  return (await workshopFactory({
    wasm: await shipped('aftermint-workshop.wasm'),
  })) as unknown as WorkshopDoors;
}

/** Opens a book and returns its number. Throws if the book is refused. */
export function opened(doors: Doors, text: string): number {
  const answer = JSON.parse(doors.open(text)) as { ok: boolean; book: number };
  if (!answer.ok) throw new Error(`the book is refused: ${JSON.stringify(answer)}`);
  return answer.book;
}
