# Writes tests/golden/plan/cases.json with the answers of R's own functions: Rscript tests/golden/plan/write.R
options(digits = 15)
line <- function(...) paste0('  {', paste(..., sep = ', '), '}')
field <- function(key, value) sprintf('"%s": %.15g', key, value)
cases <- c()
for (base in c(0.02, 0.1, 0.3, 0.8)) for (uplift in c(-0.2, 0.05, 0.1)) for (power in c(0.8, 0.95)) for (alpha in c(0.05, 0.001)) {
  other <- base * (1 + uplift)
  n <- power.prop.test(p1 = base, p2 = other, power = power, sig.level = alpha, tol = 1e-13)$n
  cases <- c(cases, line('"of": "rates"', field("base", base), field("other", other), field("power", power), field("alpha", alpha), field("visitors", n)))
}
for (n in c(30, 300, 5000)) for (base in c(0.05, 0.2)) for (power in c(0.8, 0.9)) {
  other <- power.prop.test(n = n, p1 = base, power = power, tol = 1e-13)$p2
  cases <- c(cases, line('"of": "detectable rate"', field("base", base), field("visitors", n), field("power", power), field("alpha", 0.05), field("other", other)))
}
for (delta in c(5, 100, 1000)) for (sd in c(300, 6000)) for (power in c(0.8, 0.95)) for (alpha in c(0.05, 0.01)) {
  n <- power.t.test(delta = delta, sd = sd, power = power, sig.level = alpha, tol = 1e-13)$n
  cases <- c(cases, line('"of": "means"', field("delta", delta), field("sd", sd), field("power", power), field("alpha", alpha), field("visitors", n)))
}
for (n in c(5, 300, 5000)) for (sd in c(1, 6000)) for (power in c(0.8, 0.9)) {
  delta <- power.t.test(n = n, sd = sd, power = power, tol = 1e-13)$delta
  cases <- c(cases, line('"of": "detectable mean"', field("sd", sd), field("visitors", n), field("power", power), field("alpha", 0.05), field("delta", delta)))
}
for (n in c(2, 20, 1000)) for (delta in c(0.1, 1)) {
  cases <- c(cases, line('"of": "power of means"', field("visitors", n), field("delta", delta), field("sd", 1), field("alpha", 0.05), field("power", power.t.test(n = n, delta = delta)$power)))
}
writeLines(c("[", paste(cases, collapse = ",\n"), "]"), "tests/golden/plan/cases.json")
