#include "orders/order_status.h"

#include <algorithm>
#include <array>
#include <functional>

#include "text.h"

namespace aftermint::orders {
namespace {

// Beginnings of words, in Latin letters without accents (`folded`). "=" marks whole words.

// Cancelled, or refunded or returned. Such a request can itself be declined.
constexpr std::array kCancelledStems =
    std::to_array<std::string_view>({"cancel", "storn", "annul", "anula", "geannul", "anulow", "makuler", "zrusen",
                                     "otmen", "iptal", "kyanseru", "qu xiao", "mlghy"});
constexpr std::array kSentBackStems = std::to_array<std::string_view>(
    {"refund",  "return",      "chargeback", "revers",   "rueckerstatt", "ruckerstatt", "zuruckerstatt", "erstatte",
     "retour",  "rembours",    "reembols",   "devolv",   "devuel",       "devoluc",     "estorn",        "rimbors",
     "restitu", "terugbetaal", "geretour",   "zwroc",    "zwrot",        "aterbetal",   "refunder",      "vracen",
     "vozvr",   "iade",        "restock",    "tui kuan", "fan jin"});
constexpr std::array kChargedBackStems = std::to_array<std::string_view>({"charge back", "charged back"});

// Failed, refused, expired, not paid, or a draft: never a sale.
constexpr std::array kNever = std::to_array<std::string_view>(
    {"fail",       "void",        "declin",    "expir",     "unpaid",   "fraud",      "disput",        "=closed",
     "trash",      "draft",       "abandon",   "reject",    "denied",   "error",      "deleted",       "incomplete",
     "invalid",    "timeout",     "unsuccess", "aborted",   "blocked",  "not paid",   "charge back",   "charged back",
     "fehlgeschl", "fehler",      "abgelehnt", "abgebroch", "abgelauf", "unbezahlt",  "nicht bezahlt", "entwurf",
     "papierkorb", "geschlossen", "betrug",    "geloscht",  "echou",    "echec",      "refus",         "=impaye",
     "=impayee",   "non pay",     "brouillon", "corbeille", "fermee",   "fallid",     "fallo",         "rechaz",
     "caducad",    "vencid",      "no pagad",  "impagad",   "borrador", "papelera",   "cerrad",        "falhad",
     "falhou",     "falha",       "recusad",   "rejeit",    "nao pag",  "rascunho",   "lixeira",       "fechad",
     "fallit",     "non riuscit", "rifiut",    "respint",   "scadut",   "non pagat",  "bozza",         "cestin",
     "chius",      "mislukt",     "geweiger",  "afgewezen", "verlopen", "onbetaald",  "niet betaald",  "=concept",
     "prullenbak", "gesloten",    "nieudan",   "odrzucon",  "wygas",    "nieoplacon", "szkic",         "=kosz",
     "zamkniet",   "misslyck",    "mislyk",    "avvis",     "afvist",   "obetal",     "ubetal",        "utkast",
     "kladde",     "papperskorg", "avbrut",    "odmitnut",  "nezaplac", "neudac",     "otklon",        "basarisiz",
     "odenmedi"});

// Requests, and words that say that a request was refused.
constexpr std::array kAskedFor = std::to_array<std::string_view>(
    {"refund", "return", "chargeback", "cancellation", "retoure", "remboursement", "reembolso", "rimborso", "zwrot"});
constexpr std::array kRefused =
    std::to_array<std::string_view>({"declin", "reject", "denied", "fail", "abgelehnt", "refus", "rechaz", "recusad",
                                     "rifiut", "geweiger", "odrzucon"});

constexpr std::array kInPart =
    std::to_array<std::string_view>({"partial", "partly", "=part", "teilweise", "teil", "partiel", "parcial", "parzial",
                                     "gedeeltelijk", "deels", "czesciow", "delvis", "castecn", "kismi"});

constexpr std::array kSale = std::to_array<std::string_view>(
    {"complet",    "paid",      "process",   "pending",     "hold",        "ship",       "dispatch",    "deliver",
     "fulfil",     "unfulfil",  "unship",    "authori",     "captur",      "settl",      "succe",       "approv",
     "confirm",    "accept",    "=open",     "=new",        "receiv",      "activ",      "progress",    "=ready",
     "=packed",    "packing",   "=picked",   "=picking",    "invoic",      "=sent",      "transit",     "await",
     "=payment",   "=sale",     "backorder", "preorder",    "=placed",     "finish",     "=done",       "=ok",
     "archiv",     "schedul",   "print",     "=exported",   "collect",     "waiting",    "bezahlt",     "abgeschlossen",
     "versendet",  "versandt",  "geliefert", "zugestellt",  "=offen",      "=neu",       "bearbeitung", "warte",
     "ausstehend", "autorisi",  "=paye",     "=payee",      "termine",     "expedi",     "livre",       "en cours",
     "en attente", "valide",    "pagad",     "completad",   "enviad",      "entregad",   "procesand",   "pendient",
     "en espera",  "=pago",     "=paga",     "concluid",    "entregue",    "processand", "pendente",    "aguardand",
     "pagat",      "completat", "spedit",    "consegnat",   "lavorazione", "in attesa",  "betaald",     "voltooid",
     "verzonden",  "geleverd",  "afgerond",  "behandeling", "in de wacht", "oplacon",    "zrealizow",   "wyslan",
     "dostarczon", "w trakcie", "oczekuj",   "przetwarz",   "betald",      "betalt",     "levere",      "skickad",
     "sendt",      "slutford",  "zaplacen",  "odeslan",     "dorucen",     "oplachen",   "vypolnen",    "dostavl",
     "odendi",     "tamamland", "kargoda"});

/** Whether the text has a word, or words, that begin with `stem`. */
bool hasStem(const std::string& text, std::string_view stem) {
  const bool whole = stem.starts_with('=');
  if (whole) stem.remove_prefix(1);
  for (std::size_t at = text.find(stem); at != std::string::npos; at = text.find(stem, at + 1)) {
    const std::size_t end = at + stem.size();
    if (at > 0 && text[at - 1] != ' ') continue;
    if (!whole || end == text.size() || text[end] == ' ') return true;
  }
  return false;
}

template <std::size_t N>
std::size_t countOf(const std::string& text, const std::array<std::string_view, N>& stems) {
  return static_cast<std::size_t>(
      std::count_if(stems.begin(), stems.end(), [&](std::string_view stem) { return hasStem(text, stem); }));
}

/** Whether the request itself was refused, like "refund rejected" and "return request denied". */
bool isRefusedItself(const std::string& text) {
  return std::any_of(kAskedFor.begin(), kAskedFor.end(), [&](std::string_view asked) {
    return std::any_of(kRefused.begin(), kRefused.end(), [&](std::string_view refused) {
      const std::string noun(asked), verb(refused);
      return hasStem(text, noun + " " + verb) || hasStem(text, noun + " request " + verb);
    });
  });
}

}  // namespace

std::string statusText(std::string_view status) {
  std::string out;
  for (const char c : folded(trimmed(status))) {
    if (isWordByte(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ' && c != '\'') {
      out += ' ';
    }
  }
  if (out.starts_with("wc ")) out.erase(0, 3);
  return std::string(trimmed(out));
}

StatusKind statusKind(std::string_view status) {
  const std::string text = statusText(status);
  if (text.empty()) return StatusKind::Sale;
  const std::size_t undone = countOf(text, kCancelledStems) + countOf(text, kSentBackStems),
                    never = countOf(text, kNever);
  if (undone + never > 0) {
    if (countOf(text, kInPart) > 0) return StatusKind::Sale;
    const bool isReversed = hasStem(text, "cancel") && hasStem(text, "reversal");
    return isReversed || isRefusedItself(text) ? StatusKind::Sale : StatusKind::NoSale;
  }
  return countOf(text, kSale) + countOf(text, kInPart) > 0 ? StatusKind::Sale : StatusKind::Unknown;
}

bool isMoneyBack(std::string_view status) {
  if (statusKind(status) != StatusKind::NoSale) return false;
  const std::string text = statusText(status);
  return countOf(text, kSentBackStems) + countOf(text, kChargedBackStems) > 0;
}

StatusKind StatusCounts::add(std::string_view order, std::string_view status) {
  if (status.empty()) return StatusKind::Sale;
  auto written = byWriting_.find(status);
  if (written == byWriting_.end()) {
    std::string text = statusText(status);
    Entry& entry = byText_[text.empty() ? std::string(status) : std::move(text)];
    entry.kind = statusKind(status);
    written = byWriting_.emplace(std::string(status), &entry).first;
  }
  written->second->orders.insert(std::hash<std::string_view>()(order));
  return written->second->kind;
}

}  // namespace aftermint::orders
