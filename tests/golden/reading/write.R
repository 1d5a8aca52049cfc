# Writes tests/golden/reading/cases.json: small and odd groups of visitors, read by R's own tests from the visitors one by one.
# Rscript tests/golden/reading/write.R
alpha <- 0.05
z <- qnorm(1 - alpha / 2)

# --- JSON ---
number <- function(x) if (x == 0) "0" else sprintf("%.15g", x)
object <- function(...) { all <- list(...); paste0("{", paste0('"', names(all), '":', unlist(all), collapse = ","), "}") }
array <- function(all) paste0("[", paste(all, collapse = ","), "]")
numbers <- function(...) do.call(object, lapply(list(...), number))

# --- the visitors of one arm ---
visitors <- function(n, orders = 0, before = 0, gross = 0, net = gross, exposed = 0, accepted = 0)
  data.frame(orders = rep_len(orders, n), before = rep_len(before, n), gross = rep_len(gross, n), net = rep_len(net, n),
             exposed = rep_len(exposed, n), accepted = rep_len(accepted, n))
arm <- function(name, weight, rows) list(name = name, weight = weight, rows = rows)

moments <- function(x) numbers(sum = sum(x), sumSq = sum(x^2))
money <- function(x, rows) numbers(sum = sum(x), sumSq = sum(x^2), withOrders = sum(x * rows$orders), withBefore = sum(x * rows$before))
counts <- function(arm) { rows <- arm$rows; object(
  name = paste0('"', arm$name, '"'), weight = number(arm$weight), visitors = nrow(rows), buyers = sum(rows$orders > 0),
  exposed = sum(rows$exposed), accepts = sum(rows$accepted), orders = moments(rows$orders), before = moments(rows$before),
  gross = money(rows$gross, rows), net = money(rows$net, rows)) }

# --- figures, NULL where they are not defined ---
orNull <- function(x, write) if (is.null(x)) "null" else write(x)
estimate <- function(x) orNull(x, function(x) numbers(value = x[1], low = x[2], high = x[3]))
wilson <- function(hits, of) if (of == 0) NULL else {
  ends <- suppressWarnings(prop.test(hits, of, correct = FALSE, conf.level = 1 - alpha))$conf.int
  c(hits / of, if (hits == 0) 0 else ends[1], if (hits == of) 1 else ends[2]) }
mean_error <- function(x) if (length(x) < 2) NULL else list(value = mean(x), sq = var(x) / length(x))
ratio_error <- function(x, rows) { if (nrow(rows) < 2 || sum(rows$orders) == 0) return(NULL)
  r <- sum(x) / sum(rows$orders); rest <- x - r * rows$orders
  v <- sum(rest^2) / (nrow(rows) - 1); if (v < 1e-9 * var(x)) v <- 0
  list(value = r, sq = v / nrow(rows) / mean(rows$orders)^2) }
normal <- function(m) if (is.null(m)) NULL else m$value + c(0, -1, 1) * z * sqrt(m$sq)
student <- function(x) if (length(x) < 2) NULL else if (var(x) == 0) rep(mean(x), 3) else c(mean(x), t.test(x, conf.level = 1 - alpha)$conf.int)
relative <- function(a, b) if (a$value == 0) NULL else { r <- b$value / a$value
  (r - 1) + c(0, -1, 1) * z * sqrt(b$sq / a$value^2 + r^2 * a$sq / a$value^2) }
pair <- function(f, rows) object(gross = f(rows$gross), net = f(rows$net))

conversion <- function(a, b) { x <- c(sum(a$orders > 0), sum(b$orders > 0)); n <- c(nrow(a), nrow(b))
  if (any(n == 0)) return("null")
  one <- wilson(x[1], n[1]); two <- wilson(x[2], n[2]); d <- two[1] - one[1]
  p <- if (sum(x) == 0 || sum(x) == sum(n)) "null" else number(suppressWarnings(prop.test(x, n, correct = FALSE))$p.value)
  object(difference = number(d), low = number(d - sqrt((two[1] - two[2])^2 + (one[3] - one[1])^2)),
         high = number(d + sqrt((two[3] - two[1])^2 + (one[1] - one[2])^2)), p = p) }
aov <- function(a, b, key) { one <- ratio_error(a[[key]], a); two <- ratio_error(b[[key]], b)
  if (is.null(one) || is.null(two) || one$sq + two$sq == 0) return("null")
  d <- two$value - one$value; se <- sqrt(one$sq + two$sq)
  object(difference = number(d), low = number(d - z * se), high = number(d + z * se), p = number(2 * pnorm(-abs(d / se))),
         relative = estimate(relative(one, two))) }
welch <- function(x, y) { if (length(x) < 2 || length(y) < 2 || var(x) + var(y) == 0) return(NULL)
  t.test(y, x, conf.level = 1 - alpha) }
value <- function(a, b, key) { w <- welch(a[[key]], b[[key]]); if (is.null(w)) return("null")
  object(difference = number(mean(b[[key]]) - mean(a[[key]])), low = number(w$conf.int[1]), high = number(w$conf.int[2]), p = number(w$p.value),
         df = number(w$parameter), relative = estimate(relative(mean_error(a[[key]]), mean_error(b[[key]])))) }
theta <- function(a, b) {
  if (nrow(a) < 2 || nrow(b) < 2 || var(a$before) + var(b$before) == 0) return(NULL)
  both <- rbind(cbind(a, arm = "a"), cbind(b, arm = "b"))
  unname(coef(lm(net ~ arm + before, both))["before"]) }
rest_welch <- function(a, b) { t <- theta(a, b); if (is.null(t)) return(NULL)
  x <- a$net - t * a$before; y <- b$net - t * b$before
  if (var(x) < 1e-9 * var(a$net)) x <- rep(mean(x), length(x))
  if (var(y) < 1e-9 * var(b$net)) y <- rep(mean(y), length(y))
  if (var(x) + var(y) == 0) return(NULL)
  w <- t.test(y, x, conf.level = 1 - alpha)
  list(t = t, w = w, d = mean(y) - mean(x), sq = var(x) / length(x) + var(y) / length(y)) }
adjusted <- function(a, b) orNull(rest_welch(a, b), function(r) { raw <- var(a$net) / nrow(a) + var(b$net) / nrow(b)
  numbers(difference = r$d, low = r$w$conf.int[1], high = r$w$conf.int[2], p = r$w$p.value, df = r$w$parameter, theta = r$t, varianceKept = r$sq / raw) })
anytime <- function(d, sq, n) { if (sq == 0) return("null")
  rho2 <- (-2 * log(alpha) + log(-2 * log(alpha) + 1)) / 5000; k <- n * rho2 + 1
  half <- sqrt(sq) * sqrt(2 * k / (k - 1) * log(sqrt(k) / alpha))
  numbers(low = d - half, high = d + half, p = min(1, exp(log(k) / 2 - (k - 1) / k * d^2 / sq / 2))) }
anytimes <- function(a, b) { n <- nrow(a) + nrow(b); r <- rest_welch(a, b)
  share <- function(x) mean(x$orders > 0); binomial <- function(x) share(x) * (1 - share(x)) / nrow(x)
  object(conversion = if (nrow(a) == 0 || nrow(b) == 0) "null" else anytime(share(b) - share(a), binomial(a) + binomial(b), n),
         net = if (nrow(a) < 2 || nrow(b) < 2) "null" else anytime(mean(b$net) - mean(a$net), var(a$net) / nrow(a) + var(b$net) / nrow(b), n),
         netAdjusted = if (is.null(r)) "null" else anytime(r$d, r$sq, n)) }

expected <- function(arms) {
  base <- arms[[1]]$rows
  p <- sapply(arms, function(x) { w <- welch(base$net, x$rows$net); if (identical(x, arms[[1]]) || is.null(w)) NA else w$p.value })
  holm <- rep(NA, length(p)); holm[!is.na(p)] <- p.adjust(p[!is.na(p)], "holm")
  figures <- sapply(seq_along(arms), function(i) { rows <- arms[[i]]$rows; object(
    name = paste0('"', arms[[i]]$name, '"'), takeRate = estimate(wilson(sum(rows$accepted), sum(rows$exposed))),
    conversion = estimate(wilson(sum(rows$orders > 0), nrow(rows))),
    aov = pair(function(x) estimate(normal(ratio_error(x, rows))), rows), valuePerVisitor = pair(function(x) estimate(student(x)), rows),
    versusBaseline = if (i == 1) "null" else object(
      conversion = conversion(base, rows), aov = object(gross = aov(base, rows, "gross"), net = aov(base, rows, "net")),
      valuePerVisitor = object(gross = value(base, rows, "gross"), net = value(base, rows, "net"), netAdjusted = adjusted(base, rows)),
      anytime = anytimes(base, rows), pHolm = if (is.na(holm[i])) "null" else number(holm[i]))) })
  n <- sapply(arms, function(x) nrow(x$rows)); weights <- sapply(arms, function(x) x$weight)
  srm <- if (length(arms) < 2 || sum(n) == 0) "null" else {
    t <- suppressWarnings(chisq.test(n, p = weights / sum(weights)))
    object(chiSquare = number(t$statistic), df = t$parameter, p = number(t$p.value), alarm = tolower(t$p.value < 0.001)) }
  object(arms = array(figures), srm = srm) }

shoppers <- function(n, seed, uplift = 0, refunds = 0.1) { set.seed(seed)
  before <- sample(500:9000, n, replace = TRUE); orders <- rbinom(n, 2, 0.3); exposed <- rbinom(n, 1, 0.7)
  accepted <- exposed * (orders > 0) * rbinom(n, 1, 0.3)
  gross <- orders * before + accepted * 2400 + (orders > 0) * uplift
  visitors(n, orders, before, gross, ifelse(runif(n) < refunds, 0, gross), exposed, accepted) }

cases <- list(
  "nobody" = list(arm("holdout", 0.5, visitors(0)), arm("offer", 0.5, visitors(0))),
  "one arm has nobody" = list(arm("holdout", 0.5, visitors(0)), arm("offer", 0.5, shoppers(9, 1))),
  "one visitor in each arm" = list(arm("holdout", 0.5, visitors(1, 1, 500, 700)), arm("offer", 0.5, visitors(1, 0, 300))),
  "nobody buys" = list(arm("holdout", 0.5, visitors(20, before = c(100, 200))), arm("offer", 0.5, visitors(30, before = c(100, 300)))),
  "everybody buys the same" = list(arm("holdout", 0.5, visitors(12, 1, 500, 700)), arm("offer", 0.5, visitors(15, 1, 500, 900, exposed = 1, accepted = 1))),
  "one arm alone" = list(arm("offer", 1, shoppers(40, 2))),
  "one buyer" = list(arm("holdout", 0.5, visitors(10, c(1, rep(0, 9)), 40 * 1:10, c(450, rep(0, 9)))), arm("offer", 0.5, visitors(11, before = c(300, 500)))),
  "what was known before explains everything" = list(arm("holdout", 0.5, visitors(8, 1, 100 * 1:8, 200 * 1:8)), arm("offer", 0.5, visitors(6, 1, 150 * 1:6, 300 * 1:6 + 70))),
  "a small shop" = list(arm("holdout", 0.2, shoppers(25, 3)), arm("offer", 0.8, shoppers(96, 4, 800))),
  "four arms" = list(arm("control", 0.25, shoppers(300, 5)), arm("a", 0.25, shoppers(310, 6, 900)), arm("b", 0.25, shoppers(290, 7)), arm("c", 0.25, shoppers(305, 8, -700))),
  "a broken split" = list(arm("holdout", 0.5, shoppers(200, 9)), arm("offer", 0.5, shoppers(320, 10))),
  "everything is returned" = list(arm("holdout", 0.5, shoppers(60, 11)), arm("offer", 0.5, shoppers(60, 12, 0, 1))))
lines <- sapply(names(cases), function(name) object(name = paste0('"', name, '"'),
  input = object(alpha = number(alpha), arms = array(sapply(cases[[name]], counts))), expect = expected(cases[[name]])))
writeLines(c("[", paste(lines, collapse = ",\n"), "]"), "tests/golden/reading/cases.json")
