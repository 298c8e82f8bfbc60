package io.kizuna.retention.internal;

import static io.kizuna.retention.RetentionRule.EVERY_PRODUCT;

import io.kizuna.retention.RetentionRule;
import java.util.List;

/**
 * What the law of each market asks for cell-specific records; a site may ask for more, never for
 * less. Until a product's own shelf life is set, the longest one known of frozen cells counts.
 */
final class ShippedRules {

  /** Ten years: cells kept in the vapour of liquid nitrogen. */
  private static final int SHELF_LIFE_MONTHS = 120;

  static final List<RetentionRule> ALL =
      List.of(
          rule("EU", 30, "Regulation (EC) 1394/2007 Art. 15: traceability"),
          rule("FACT-JACIE", 10, "FACT-JACIE Standards: 10 years or the law if longer"),
          rule("JP", 30, "GCTP Ordinance 93/2014 Art. 22: designated regenerative products"),
          rule("SG", 30, "HSA: cell, tissue and gene therapy products"),
          rule("UK", 30, "Human Medicines Regulations 2012: traceability"),
          rule("US", 10, "21 CFR 1271.270(d), 211.180"));

  private ShippedRules() {}

  private static RetentionRule rule(String market, int years, String source) {
    return new RetentionRule(market, EVERY_PRODUCT, years, SHELF_LIFE_MONTHS, source, null, null);
  }

  /** The fewest years a rule for this market may have; 0 for a market of the site's own. */
  static int yearsMin(String market) {
    return ALL.stream()
        .filter(r -> r.market().equals(market))
        .mapToInt(RetentionRule::years)
        .findFirst()
        .orElse(0);
  }
}
