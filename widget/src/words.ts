/** What the offer says after the press. `{order}`, `{price}` and `{time}` are filled in. */
export interface Words {
  pending: string;
  processing: string;
  accepted: string;
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
  /** Said beside everything that did not go as hoped, and after "No thank you". */
  safe: string;
}

const en: Words = {
  pending: 'One moment: adding it to your order.',
  processing: 'The payment is being processed. You need not wait here.',
  accepted: 'Added to your order. You paid {price} more.',
  until: 'You can undo this until {time}.',
  undo: 'Undo',
  undoFailed: 'That could not be undone just now. Please try again.',
  action: 'Your bank asks you to confirm {price}. Nothing has been charged for it yet.',
  confirm: 'Confirm with your bank',
  declined: 'The payment did not go through. Nothing was charged.',
  priceChanged: 'The price is now {price}. Nothing has been charged.',
  pay: 'Pay {price} now',
  no: 'No thank you',
  unavailable: 'This is no longer to be had. Nothing was charged.',
  unknown: 'We have no answer yet, so we cannot say whether it was added. You will not be charged twice.',
  check: 'Check again',
  unreached: 'That did not reach us. Nothing was charged.',
  again: 'Try again',
  undone: 'Undone. You get {price} back.',
  undoClosed: 'The time to undo is over. It stays in your order.',
  safe: 'Your order {order} is complete.',
};

const de: Words = {
  pending: 'Einen Moment: Ihre Bestellung wird ergänzt.',
  processing: 'Die Zahlung wird bearbeitet. Sie müssen hier nicht warten.',
  accepted: 'Zur Bestellung hinzugefügt. Sie haben {price} zusätzlich bezahlt.',
  until: 'Sie können das bis {time} Uhr rückgängig machen.',
  undo: 'Rückgängig machen',
  undoFailed: 'Das ließ sich gerade nicht rückgängig machen. Bitte versuchen Sie es noch einmal.',
  action: 'Ihre Bank bittet Sie, {price} zu bestätigen. Bisher wurde dafür nichts abgebucht.',
  confirm: 'Bei der Bank bestätigen',
  declined: 'Die Zahlung kam nicht zustande. Es wurde nichts abgebucht.',
  priceChanged: 'Der Preis beträgt jetzt {price}. Es wurde nichts abgebucht.',
  pay: 'Jetzt {price} bezahlen',
  no: 'Nein danke',
  unavailable: 'Das ist nicht mehr zu haben. Es wurde nichts abgebucht.',
  unknown: 'Noch keine Antwort: Wir wissen nicht, ob es hinzugefügt wurde. Doppelt abgebucht wird nicht.',
  check: 'Noch einmal nachsehen',
  unreached: 'Das ist nicht bei uns angekommen. Es wurde nichts abgebucht.',
  again: 'Noch einmal versuchen',
  undone: 'Rückgängig gemacht. Sie erhalten {price} zurück.',
  undoClosed: 'Die Frist ist vorbei. Es bleibt bei Ihrer Bestellung.',
  safe: 'Ihre Bestellung {order} ist abgeschlossen.',
};

const fr: Words = {
  pending: 'Un instant : nous complétons votre commande.',
  processing: 'Le paiement est en cours. Inutile d’attendre ici.',
  accepted: 'Ajouté à votre commande. Vous avez payé {price} de plus.',
  until: 'Vous pouvez annuler jusqu’à {time}.',
  undo: 'Annuler',
  undoFailed: 'L’annulation n’a pas abouti. Veuillez réessayer.',
  action: 'Votre banque vous demande de confirmer {price}. Rien n’a encore été débité pour cela.',
  confirm: 'Confirmer auprès de la banque',
  declined: 'Le paiement n’a pas abouti. Rien n’a été débité.',
  priceChanged: 'Le prix est maintenant de {price}. Rien n’a été débité.',
  pay: 'Payer {price} maintenant',
  no: 'Non merci',
  unavailable: 'Ce n’est plus disponible. Rien n’a été débité.',
  unknown: 'Pas encore de réponse : nous ignorons si l’ajout a eu lieu. Vous ne serez pas débité deux fois.',
  check: 'Vérifier à nouveau',
  unreached: 'Cela ne nous est pas parvenu. Rien n’a été débité.',
  again: 'Réessayer',
  undone: 'Annulé. {price} vous seront remboursés.',
  undoClosed: 'Le délai est passé. L’article reste dans votre commande.',
  safe: 'Votre commande {order} est terminée.',
};

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
