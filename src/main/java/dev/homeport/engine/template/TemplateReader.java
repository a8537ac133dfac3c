package dev.homeport.engine.template;

import dev.homeport.diagnostic.Suggestion;
import dev.homeport.diagnostic.SyntaxException;
import dev.homeport.engine.template.Piece.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Reads the pieces of one text: checks that blocks are closed, compiles every expression, and
 * writes what is left, the order of texts, values and blocks, in the Handlebars language. There
 * {@code {{v 3}}} is part number 3 and {@code {{#b 4}}…{{else}}…{{/b}}} the block whose head is
 * part number 4, so that Handlebars sees neither data nor the author's names.
 */
final class TemplateReader {

  private static final int MAX_DEPTH = 50;

  /** What was read: the parts, and their order in the Handlebars language. */
  record Reading(List<Part> parts, String outline, boolean hasBlocks) {}

  /** A block that is not closed yet. */
  private static final class Open {
    final Token name;
    final int offset;
    boolean hasElse;

    /** What is in sight outside the block, and so in its plain {@code else}. */
    final Sight outside;

    Sight inside;

    Open(Token name, int offset, Sight outside, Sight inside) {
      this.name = name;
      this.offset = offset;
      this.outside = outside;
      this.inside = inside;
    }
  }

  private final ExpressionCompiler expressions;
  private final BlockCompiler blocks;
  private final Escaping escaping;
  private final Sight top;
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private final StringBuilder outline = new StringBuilder();
  private final List<SyntaxException> mistakes = new ArrayList<>();
  private boolean hasBlocks;

  TemplateReader(
      ExpressionCompiler expressions, BlockCompiler blocks, Escaping escaping, KnownNames names) {
    this.expressions = expressions;
    this.blocks = blocks;
    this.escaping = escaping;
    this.top = Sight.top(names);
  }

  /**
   * Reads a text.
   *
   * @throws SyntaxException for the first mistake; those in further expressions are its suppressed
   *     ones. A block that is wrong hides what follows it
   */
  Reading read(String source) throws SyntaxException {
    try {
      readPieces(source);
    } catch (SyntaxException e) {
      mistakes.add(e);
    }
    if (mistakes.isEmpty()) {
      return new Reading(List.copyOf(parts), outline.toString(), hasBlocks);
    }
    SyntaxException first = mistakes.get(0);
    mistakes.stream().skip(1).forEach(first::addSuppressed);
    throw first;
  }

  private void readPieces(String source) throws SyntaxException {
    for (Piece piece : WhiteSpace.trimmed(TagScanner.scan(source))) {
      if (piece instanceof Piece.Text text) {
        add(new Part.Text(text.content()));
      } else {
        tag((Tag) piece);
      }
    }
    Open unclosed = open.peek();
    if (unclosed != null) {
      throw new SyntaxException(
          "{{#" + unclosed.name.text() + "}} is not closed",
          "write {{/" + unclosed.name.text() + "}}",
          unclosed.offset);
    }
  }

  private void tag(Tag tag) throws SyntaxException {
    switch (tag.kind()) {
      case VALUE -> {
        try {
          value(tag);
        } catch (SyntaxException e) {
          mistakes.add(e);
        }
      }
      case OPEN -> open(tag);
      case ELSE -> orElse(tag);
      case CLOSE -> close(tag);
      case COMMENT -> {
        // taken away already
      }
    }
  }

  private void add(Part part) {
    outline.append("{{v ").append(parts.size()).append("}}");
    parts.add(part);
  }

  private Sight sight() {
    Open block = open.peek();
    return block == null ? top : block.inside;
  }

  private void value(Tag tag) throws SyntaxException {
    Syntax syntax = new SyntaxReader(tag.tokens(), tag.offset()).expression();
    Expression expression = expressions.compile(syntax, sight());
    add(new Part.Value(expression, tag.raw() || isJson(syntax) ? Escaping.NONE : escaping));
  }

  /** In JSON the text that {@code toJson} makes is JSON already. */
  private boolean isJson(Syntax syntax) {
    return escaping == Escaping.JSON
        && syntax instanceof Syntax.Call call
        && call.name().text().equals("toJson");
  }

  private void open(Tag tag) throws SyntaxException {
    if (open.size() == MAX_DEPTH) {
      throw new SyntaxException("blocks are nested deeper than " + MAX_DEPTH, null, tag.offset());
    }
    Sight outside = sight();
    Syntax.Block head = new SyntaxReader(tag.tokens(), tag.offset()).block();
    KeyBlock block = blocks.compile(head, outside);
    outline.append("{{#b ").append(parts.size()).append("}}");
    parts.add(new Part.Block(block));
    open.push(
        new Open(head.name(), tag.offset(), outside, BlockCompiler.inside(block, head, outside)));
    hasBlocks = true;
  }

  private void orElse(Tag tag) throws SyntaxException {
    Open block = open.peek();
    if (block == null) {
      throw new SyntaxException(
          "{{else}} stands outside of a block",
          "write it between {{#if …}} and {{/if}}",
          tag.offset());
    }
    if (block.hasElse) {
      throw new SyntaxException(
          "{{#" + block.name.text() + "}} has an {{else}} already", null, tag.offset());
    }
    if (tag.tokens().isEmpty()) {
      outline.append("{{else}}");
      block.hasElse = true;
      block.inside = block.outside;
      return;
    }
    Syntax.Block head = new SyntaxReader(tag.tokens(), tag.offset()).block();
    KeyBlock next = blocks.compile(head, block.outside);
    outline.append("{{else b ").append(parts.size()).append("}}");
    parts.add(new Part.Block(next));
    block.inside = BlockCompiler.inside(next, head, block.outside);
  }

  private void close(Tag tag) throws SyntaxException {
    Token name = Token.at(tag.tokens(), 0);
    Open block = open.peek();
    if (name == null || tag.tokens().size() > 1) {
      throw new SyntaxException(
          "a closing tag is one name",
          block == null ? null : "write {{/" + block.name.text() + "}}",
          tag.offset());
    }
    if (block == null) {
      throw new SyntaxException(
          "{{/" + name.text() + "}} closes nothing",
          Helpers.BLOCKS.contains(name.text())
              ? null
              : Suggestion.didYouMean(name.text(), Helpers.BLOCKS),
          tag.offset());
    }
    if (!name.text().equals(block.name.text())) {
      throw new SyntaxException(
          "{{/" + name.text() + "}} stands where {{#" + block.name.text() + "}} is to be closed",
          "write {{/" + block.name.text() + "}}",
          tag.offset());
    }
    open.pop();
    outline.append("{{/b}}");
  }
}
