package dev.homeport.engine.template;

import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Piece.Kind;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles templates. Immutable, safe to share; one is enough for what knows the same names. */
public final class TemplateCompiler {

  /** A run of braces that would begin an expression. */
  private static final Pattern BRACES = Pattern.compile("\\{\\{+");

  /** From which it was made, and with which it shares what is slow to make; or null. */
  private final @Nullable TemplateCompiler origin;

  private final Helpers helpers;
  private final Surroundings surroundings;
  private final ExpressionCompiler expressions;
  private final BlockCompiler blocks;

  /** Made when the first block is compiled: Handlebars takes a moment to load. */
  private volatile @Nullable Outline outline;

  /** One that knows no collection of data, and so does not check their names. */
  public TemplateCompiler() {
    this(null, new Helpers(new FakeData()), Surroundings.any());
  }

  private TemplateCompiler(
      @Nullable TemplateCompiler origin, Helpers helpers, Surroundings surroundings) {
    this.origin = origin;
    this.helpers = helpers;
    this.surroundings = surroundings;
    this.expressions = new ExpressionCompiler(helpers, surroundings);
    this.blocks = new BlockCompiler(expressions);
  }

  /** One that takes these names of collections, and no others, for {@code data 'users'}. */
  public TemplateCompiler knowing(Set<String> collections) {
    return new TemplateCompiler(
        this, helpers, new Surroundings(collections, surroundings.hasRequest()));
  }

  /** One for templates that are rendered without a request: it refuses the request's words. */
  public TemplateCompiler withoutRequest() {
    return new TemplateCompiler(this, helpers, new Surroundings(surroundings.collections(), false));
  }

  /** The template that is always this text; null when there is none. */
  public static @Nullable String literal(String text) {
    return text.contains("\\{{") ? null : BRACES.matcher(text).replaceAll("\\\\$0");
  }

  /** Whether a text needs compiling: it contains two opening braces. */
  public static boolean isTemplate(String text) {
    return text.contains("{{");
  }

  /**
   * Compiles a text; one without two opening braces becomes a constant.
   *
   * @throws SyntaxException for a broken template, an unknown helper or name, or a construct that
   *     is refused; its offset is that of the culprit in the text
   */
  public Template compile(String text, Escaping escaping, KnownNames names) throws SyntaxException {
    if (!isTemplate(text)) {
      return new CompiledTemplate.Constant(text, text);
    }
    TemplateReader.Reading reading =
        new TemplateReader(expressions, blocks, escaping, names).read(text);
    if (reading.hasBlocks()) {
      return new CompiledTemplate.Structured(text, outline().compile(reading));
    }
    List<Part> parts = reading.parts();
    if (parts.stream().allMatch(part -> part instanceof Part.Text)) {
      return new CompiledTemplate.Constant(text, joined(parts));
    }
    return parts.size() == 1 && parts.get(0) instanceof Part.Value value
        ? new CompiledTemplate.Single(text, value)
        : new CompiledTemplate.Sequence(text, parts);
  }

  /**
   * Compiles a key that is a block: {@code {{#repeat 3}}}, {@code {{#each json.items}}}, {@code
   * {{#if x}}}, {@code {{#unless x}}} (a closing tag is not written).
   *
   * @throws SyntaxException as above, and for another block
   */
  public KeyBlock compileBlock(String key, KnownNames names) throws SyntaxException {
    List<Piece> pieces = TagScanner.scan(key);
    if (pieces.size() != 1
        || !(pieces.get(0) instanceof Piece.Tag tag)
        || tag.kind() != Kind.OPEN) {
      throw new SyntaxException(
          "the key '" + key + "' is a template but not a block",
          "write {{#repeat 3}}, {{#each json.items}}, {{#if x}} or {{#unless x}}");
    }
    Syntax.Block head = new SyntaxReader(tag.tokens(), tag.offset()).block();
    if (head.name().text().equals("with")) {
      throw new SyntaxException(
          "#with cannot be a key", "write {{#if …}} and whole paths", head.name().offset());
    }
    if (!head.parameters().isEmpty()) {
      throw new SyntaxException(
          "a block that is a key has no names between bars",
          "write this and @index",
          head.parameters().get(0).offset());
    }
    return blocks.compile(head, Sight.top(names));
  }

  private static String joined(List<Part> parts) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      text.append(((Part.Text) part).content());
    }
    return text.toString();
  }

  private Outline outline() {
    if (origin != null) {
      return origin.outline();
    }
    Outline made = outline;
    if (made != null) {
      return made;
    }
    synchronized (this) {
      made = outline;
      if (made == null) {
        made = new Outline();
        outline = made;
      }
      return made;
    }
  }
}
