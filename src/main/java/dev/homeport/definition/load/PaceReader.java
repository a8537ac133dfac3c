package dev.homeport.definition.load;

import dev.homeport.definition.setting.ByteSize;
import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.answer.Delay;
import dev.homeport.engine.answer.Pace;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads {@code pace}: {@code 10KB/s}, or chunks over a time. */
final class PaceReader {

  private static final List<String> KEYS = List.of("chunks", "over");
  private static final String FORMS = "bytes a second like 10KB/s, or { chunks: 5, over: 2s }";
  private static final BigDecimal MOST_BYTES_PER_SECOND = BigDecimal.valueOf(1L << 40);

  private final Reading reading;

  PaceReader(Reading reading) {
    this.reading = reading;
  }

  /** The pace; null when there is none, or a problem was reported. */
  @Nullable Pace read(@Nullable YamlNode node) {
    if (node == null) {
      return null;
    }
    if (node instanceof YamlMapping mapping) {
      return chunks(mapping);
    }
    if (node instanceof YamlScalar scalar && scalar.text().endsWith("/s")) {
      BigDecimal bytes = ByteSize.parse(scalar.text().substring(0, scalar.text().length() - 2));
      if (bytes != null
          && bytes.compareTo(BigDecimal.ONE) >= 0
          && bytes.compareTo(MOST_BYTES_PER_SECOND) <= 0) {
        return new Pace.Rate(bytes.longValue());
      }
    }
    reading.expected("pace", FORMS, node);
    return null;
  }

  private @Nullable Pace chunks(YamlMapping mapping) {
    int before = reading.problems().count();
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!KEYS.contains(entry.name())) {
        reading.unknownKey(entry, KEYS, "pace");
      }
    }
    int chunks = count(mapping);
    Duration over = over(mapping);
    return reading.problems().count() > before ? null : new Pace.Chunks(chunks, over);
  }

  private int count(YamlMapping mapping) {
    YamlNode node = mapping.get("chunks");
    if (node instanceof YamlScalar scalar
        && scalar.kind() == YamlScalar.Kind.INTEGER
        && scalar.text().matches("\\d{1,5}")) {
      int chunks = Integer.parseInt(scalar.text());
      if (chunks >= 2 && chunks <= Pace.MOST_CHUNKS) {
        return chunks;
      }
    }
    if (node == null) {
      reportMissing(mapping, "chunks");
    } else {
      reading.expected("pace.chunks", "a number from 2 to " + Pace.MOST_CHUNKS, node);
    }
    return 2;
  }

  private Duration over(YamlMapping mapping) {
    YamlNode node = mapping.get("over");
    if (node instanceof YamlScalar scalar && Scalars.isText(scalar)) {
      try {
        return Delay.duration(scalar.text());
      } catch (SyntaxException e) {
        reading.problem(scalar.at(), "pace.over: " + e.getMessage(), e.hint());
      }
    } else if (node == null) {
      reportMissing(mapping, "over");
    } else {
      reading.expected("pace.over", "a duration like 2s", node);
    }
    return Duration.ZERO;
  }

  private void reportMissing(YamlMapping mapping, String key) {
    reading.problem(mapping.at(), "pace has no " + key, "write { chunks: 5, over: 2s }");
  }
}
