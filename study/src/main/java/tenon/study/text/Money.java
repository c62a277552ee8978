package tenon.study.text;

import org.jspecify.annotations.Nullable;
import tenon.model.Interval;

/** Money of a package in words. */
public final class Money {
  private final Words words;
  private final String currency;

  public Money(Words words, @Nullable String currency) {
    this.words = words;
    this.currency =
        currency == null ? words.get("currency.none") : words.code("currency", currency);
  }

  /** An amount in a sentence: {@code CNY 12.3 million}. */
  public String text(double amount) {
    Scale scale = Scale.of(amount, words);
    return tidy(words.get("money", Numbers.shown(scale.of(amount)), scale.name(), currency));
  }

  /** An interval in a sentence, both ends in the scale of the upper one. */
  public String text(Interval interval) {
    Scale scale = Scale.of(interval.high(), words);
    String range =
        Numbers.shown(scale.of(interval.low())) + "–" + Numbers.shown(scale.of(interval.high()));
    return tidy(words.get("money", range, scale.name(), currency));
  }

  /** Head of a column or axis of amounts: {@code million CNY}. */
  public String unit(Scale scale) {
    return tidy(words.get("money.unit", scale.name(), currency));
  }

  private static String tidy(String text) {
    return text.replaceAll(" {2,}", " ").strip();
  }
}
