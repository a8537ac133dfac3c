package dev.homeport.definition.yaml;

import dev.homeport.diagnostic.Location;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Where each character of a scalar's text stands in the file, found by reading the scalar's source
 * a second time: escapes, folded lines and indentation are undone as the YAML parser undid them.
 * Nothing is computed before somebody asks, for only mistakes are looked up.
 *
 * @param start offset of the scalar's first character, a quote or {@code |} included
 * @param end offset behind its last character
 * @param value what the parser made of it
 */
record ScalarSource(YamlSource source, int start, int end, ScalarStyle style, String value)
    implements YamlScalar.OffsetMap {

  @Override
  public Location locate(int offset) {
    int wanted = Math.max(0, Math.min(offset, value.length()));
    return source.locate(positions().offsets()[wanted]);
  }

  /** Where each character stands; computed anew at each call. */
  Positions positions() {
    return style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED
        ? BlockScalar.positions(this)
        : FlowScalar.positions(this);
  }
}
