#include "orders/order_file.h"

#include <optional>
#include <utility>
#include <vector>

#include "orders/order_items.h"
#include "table/csv.h"
#include "text.h"
#include "unusable.h"

namespace aftermint::orders {
namespace {

/** Reads rows, and holds them back while a column is ambiguous. */
class RowReader {
 public:
  RowReader(const CsvTable& table, const OrderFile& file, const OrderColumns& columns, const OnLine& onLine,
            const OnSkipped& onSkipped)
      : path_(table.path()),
        width_(table.columns()),
        columns_(columns),
        onLine_(onLine),
        onSkipped_(onSkipped),
        dates_(file.dates) {
    rules_.digits = file.digits;
    rules_.needsTime = file.needsTime;
  }

  void add(CsvRow&& row) {
    ++counts_.read;
    bool latin = false;
    for (std::string& field : row.fields) latin |= makeUtf8(field);
    counts_.converted += latin ? 1 : 0;
    if (row.fields.size() != width_) {
      skip({row.line, SkipReason::BadColumns,
            std::to_string(row.fields.size()) + " fields, the header has " + std::to_string(width_)});
      return;
    }
    const RowFields fields = fieldsOf(row);
    observe(fields);
    if (isUndecided()) {
      held_.push_back(std::move(row));
      return;
    }
    flush();
    judge(row.line, fields);
  }

  void finish() {
    dates_.decideBySequence();
    if (dates_.undecided()) refuseDates("in \"" + firstOpen_ + "\", the day or the month may be first");
    flush();
    if (dates_.isMixed()) refuseDates("some dates have the day first, others the month");
  }

  [[nodiscard]] const LineCounts& counts() const { return counts_; }
  [[nodiscard]] CellNotes& notes() { return notes_; }
  [[nodiscard]] const DateColumn& dates() const { return dates_; }

 private:
  [[nodiscard]] RowFields fieldsOf(const CsvRow& row) const {
    RowFields fields;
    for (std::size_t i = 0; i < kRoles; ++i) {
      if (columns_.at[i]) fields[i] = trimmed(row.fields[*columns_.at[i]]);
    }
    return fields;
  }

  static std::string_view cell(const RowFields& fields, Role role) {
    return fields[static_cast<std::size_t>(role)].value_or(std::string_view());
  }

  void observe(const RowFields& fields) {
    const bool wasOpen = dates_.undecided();
    if (const std::string_view date = cell(fields, Role::Time); !date.empty()) {
      std::string whole;
      dates_.observe(columns_.of(Role::Clock) ? std::string_view(whole = timeText(fields)) : date);
      if (!wasOpen && dates_.undecided()) firstOpen_ = date;
    }
    price_.observe(cell(fields, Role::Price));
    total_.observe(cell(fields, Role::Total));
    quantity_.observe(cell(fields, Role::Quantity));
    orderTotal_.observe(cell(fields, Role::OrderTotal));
  }

  [[nodiscard]] bool isUndecided() const {
    return dates_.undecided() || price_.undecided() || total_.undecided() || quantity_.undecided() ||
           orderTotal_.undecided();
  }

  void flush() {
    rules_.dates = dates_.order();
    rules_.price = price_.mark();
    rules_.total = total_.mark();
    rules_.quantity = quantity_.mark();
    rules_.orderTotal = orderTotal_.mark();
    for (const CsvRow& row : std::exchange(held_, {})) judge(row.line, fieldsOf(row));
  }

  void skip(const SkippedLine& skipped) {
    ++counts_.skippedBy[static_cast<std::size_t>(skipped.reason)];
    onSkipped_(skipped);
  }

  void judge(std::size_t number, RowFields fields) {
    if (!columns_.of(Role::Items)) {
      judgeFields(fields, number, true);
      return;
    }
    const std::vector<ItemText> items = itemsOf(cell(fields, Role::Items));
    bool first = true;  // a row counts once, even if it has several items
    for (const ItemText& item : items) {
      fields[static_cast<std::size_t>(Role::Title)] = item.title;
      fields[static_cast<std::size_t>(Role::Product)] = item.code;
      fields[static_cast<std::size_t>(Role::Quantity)] =
          item.quantity.empty() ? std::nullopt : std::optional<std::string_view>(item.quantity);
      judgeFields(fields, number, first);
      first = false;
    }
    if (items.empty()) skip({number, SkipReason::MissingCode, "no product"});
  }

  void judgeFields(const RowFields& fields, std::size_t number, bool counts) {
    OrderFileLine line;
    line.line = number;
    const std::optional<SkippedLine> skipped = columns_.shape->rules == LineRules::OnlineRetail
                                                   ? judgeOnlineRetail(fields, rules_, notes_, line)
                                                   : judgePlain(fields, rules_, notes_, line);
    if (skipped) {
      if (counts) skip(*skipped);
      return;
    }
    if (counts) ++(line.returned ? counts_.returned : counts_.used);
    onLine_(std::move(line));
  }

  [[noreturn]] void refuseDates(const std::string& why) const {
    throw Unusable(ErrorCode::TableSchema, "the order of day and month is unclear: " + why,
                   "Use --dates dmy (12/1 is January 12) or --dates mdy (12/1 is December 1), or ignore times "
                   "with --columns time=.",
                   path_);
  }

  std::string path_;
  std::size_t width_;
  const OrderColumns& columns_;
  const OnLine& onLine_;
  const OnSkipped& onSkipped_;
  DateColumn dates_;
  NumberColumn price_, total_, quantity_, orderTotal_;
  CellRules rules_;
  CellNotes notes_;
  LineCounts counts_;
  std::string firstOpen_;
  std::vector<CsvRow> held_;
};

}  // namespace

OrderFileRead readOrderFile(const OrderFile& file, const OnShape& onShape, const OnLine& onLine,
                            const OnSkipped& onSkipped) {
  CsvTable table(file.path, {}, file.delimiter);
  const OrderColumns columns = findColumns(table, file.columns, file.shape);
  OrderFileRead out;
  out.shape = columns.shape;
  onShape(*columns.shape);
  for (std::size_t i = 0; i < kRoles; ++i) {
    if (columns.at[i]) out.columns[i] = table.names()[*columns.at[i]];
  }
  RowReader reader(table, file, columns, onLine, onSkipped);
  while (std::optional<CsvRow> row = table.next()) reader.add(std::move(*row));
  reader.finish();
  out.lines = reader.counts();
  out.notes = std::move(reader.notes());
  out.dates = reader.dates().order();
  out.evidence = reader.dates().evidence();
  return out;
}

}  // namespace aftermint::orders
