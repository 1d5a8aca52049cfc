// `npm run order-values`: writes the quantiles of real order values (native/src/simulate/order_values.gen.h), from
// which `aftermint simulate` draws. The orders themselves are not in the project: AFTERMINT_DATA/online-retail has them.
// `-- --check` writes nothing, and fails if the file is out of date.
import { writeGenerated } from './lib/generated.mjs';
import { hasRetail, realOrders, retailFile } from './lib/onlineRetail.mjs';
import { main, Plain } from './lib/project.mjs';

const out = 'native/src/simulate/order_values.gen.h';
const steps = 1024; // over all orders
const tailSteps = 16; // over the largest of these steps, whose orders differ the most

/** The value below which a share of the sorted values lies; linear between two values. */
function quantile(sorted, share) {
  const at = share * (sorted.length - 1);
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return Math.round(sorted[low] + (sorted[high] - sorted[low]) * (at - low));
}

const table = (values) => values.join(', ').replace(/(.{1,108}(?:,|$)) ?/g, '    $1\n');

function header(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const body = Array.from({ length: steps + 1 }, (_, step) => quantile(sorted, step / steps));
  const tail = Array.from({ length: tailSteps + 1 }, (_, step) => quantile(sorted, 1 - (1 - step / tailSteps) / steps));
  return `/**
 * @file Quantiles of the values of ${sorted.length.toLocaleString('en-GB')} real orders, in pence. Written by \`npm run order-values\`; do not edit.
 *
 * Source: UCI Machine Learning Repository, Online Retail (D. Chen), CC BY 4.0: a gift shop in the UK, 2010-12 to 2011-08.
 */
// clang-format off
#pragma once

#include <array>
#include <cstdint>

namespace aftermint::simulate {

/** The quantiles at 0/${steps}, 1/${steps}, …, ${steps}/${steps} of the orders, ascending. */
inline constexpr std::array<std::int64_t, ${steps + 1}> kOrderValues = {
${table(body)}};

/** The quantiles between the last two of \`kOrderValues\`, in ${tailSteps} equal steps. */
inline constexpr std::array<std::int64_t, ${tailSteps + 1}> kLargeOrderValues = {
${table(tail)}};

}  // namespace aftermint::simulate
`;
}

await main(async () => {
  if (!hasRetail()) throw new Plain(`${retailFile()} is not there; set AFTERMINT_DATA to the folder of real data.`);
  const values = realOrders().map(({ gross }) => gross);
  writeGenerated({ [out]: header(values) }, retailFile(), 'npm run order-values');
});
