/** What the offer says after the press. `{order}`, `{price}`, `{total}` and `{time}` are filled in. */
export interface Words {
  pending: string;
  processing: string;
  accepted: string;
  total: string;
  until: string;
  undo: string;
  undoFailed: string;
  action: string;
  confirm: string;
  declined: string;
  priceChanged: string;
  pay: string;
  no: string;
  unavailable: string;
  unknown: string;
  check: string;
  unreached: string;
  again: string;
  undone: string;
  undoClosed: string;
  /** Beside the box of a recurring item, where "accept" was pressed without it. */
  agree: string;
  /** To an owner who presses "accept" in a preview. */
  preview: string;
  /** Said beside everything that did not go as hoped, and after "No thank you". */
  safe: string;
}

/** In this order, a line each, below: three tables would weigh more on the page than taking lines apart. */
const kNames =
  'pending processing accepted total until undo undoFailed action confirm declined priceChanged pay no unavailable unknown check unreached again undone undoClosed agree preview safe'.split(
    ' ',
  );

function wordsOf(lines: string): Words {
  const texts = lines.split('\n');
  return Object.fromEntries(kNames.map((name, index) => [name, texts[index]])) as unknown as Words;
}

const en = wordsOf(`One moment: adding it to your order.
The payment is being processed. You need not wait here.
Added to your order. You paid {price} more.
Your order is now {total}.
You can undo this until {time}.
Undo
That could not be undone just now. Please try again.
Your bank asks you to confirm {price}. Nothing has been charged for it yet.
Confirm with your bank
The payment did not go through. Nothing was charged.
The price is now {price}. Nothing has been charged.
Pay {price} now
No thank you
This is no longer to be had. Nothing was charged.
We have no answer yet, so we cannot say whether it was added. You will not be charged twice.
Check again
That did not reach us. Nothing was charged.
Try again
Undone. You get {price} back.
The time to undo is over. It stays in your order.
If you agree, please tick the box above.
Preview: nothing was bought.
Your order {order} is complete.`);

const de = wordsOf(`Einen Moment: Ihre Bestellung wird ergänzt.
Die Zahlung wird bearbeitet. Sie müssen hier nicht warten.
Zur Bestellung hinzugefügt. Sie haben {price} zusätzlich bezahlt.
Ihre Bestellung beträgt jetzt {total}.
Sie können das bis {time} Uhr rückgängig machen.
Rückgängig machen
Das ließ sich gerade nicht rückgängig machen. Bitte versuchen Sie es noch einmal.
Ihre Bank bittet Sie, {price} zu bestätigen. Bisher wurde dafür nichts abgebucht.
Bei der Bank bestätigen
Die Zahlung kam nicht zustande. Es wurde nichts abgebucht.
Der Preis beträgt jetzt {price}. Es wurde nichts abgebucht.
Jetzt {price} bezahlen
Nein danke
Das ist nicht mehr zu haben. Es wurde nichts abgebucht.
Noch keine Antwort: Wir wissen nicht, ob es hinzugefügt wurde. Doppelt abgebucht wird nicht.
Noch einmal nachsehen
Das ist nicht bei uns angekommen. Es wurde nichts abgebucht.
Noch einmal versuchen
Rückgängig gemacht. Sie erhalten {price} zurück.
Die Frist ist vorbei. Es bleibt bei Ihrer Bestellung.
Wenn Sie zustimmen, setzen Sie bitte oben das Häkchen.
Vorschau: Es wurde nichts gekauft.
Ihre Bestellung {order} ist abgeschlossen.`);

const fr = wordsOf(`Un instant : nous complétons votre commande.
Le paiement est en cours. Inutile d’attendre ici.
Ajouté à votre commande. Vous avez payé {price} de plus.
Votre commande est maintenant de {total}.
Vous pouvez annuler jusqu’à {time}.
Annuler
L’annulation n’a pas abouti. Veuillez réessayer.
Votre banque vous demande de confirmer {price}. Rien n’a encore été débité pour cela.
Confirmer auprès de la banque
Le paiement n’a pas abouti. Rien n’a été débité.
Le prix est maintenant de {price}. Rien n’a été débité.
Payer {price} maintenant
Non merci
Ce n’est plus disponible. Rien n’a été débité.
Pas encore de réponse : nous ignorons si l’ajout a eu lieu. Vous ne serez pas débité deux fois.
Vérifier à nouveau
Cela ne nous est pas parvenu. Rien n’a été débité.
Réessayer
Annulé. {price} vous seront remboursés.
Le délai est passé. L’article reste dans votre commande.
Si vous êtes d’accord, veuillez cocher la case ci-dessus.
Aperçu : rien n’a été acheté.
Votre commande {order} est terminée.`);

const table = new Map<string, Words>([
  ['en', en],
  ['de', de],
  ['fr', fr],
]);

/** Words a page may give: all but the two labels that decide, which are ours so that they stay neutral. */
export type OwnWords = Partial<Omit<Words, 'no' | 'pay'>>;

/** Gives the words of a language, or replaces some of one that is here; what is missing is English. */
export function addWords(language: string, words: OwnWords): void {
  const known = table.get(language) ?? en;
  table.set(language, { ...known, ...words, no: known.no, pay: known.pay });
}

/** The words for a locale and the language they are in: `de-AT`, else `de`, else English. */
export function wordsFor(locale: string): [words: Words, language: string] {
  const short = locale.replace(/-.*/, '');
  for (const language of [locale, short]) {
    const words = table.get(language);
    if (words) return [words, language];
  }
  return [en, 'en'];
}

/** Fills placeholders; one without a value leaves no gap behind. */
export function fill(text: string, values: Record<string, string>): string {
  return text.replace(/ ?\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? '';
    return value && (whole.startsWith(' ') ? ` ${value}` : value);
  });
}
