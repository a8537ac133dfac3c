/**
 * Text with {@code {{…}}} in it: compiled when a file is loaded, rendered with the data of a
 * request. The only door to Handlebars and to the fake data library. Knows no route and no file.
 * Start at {@link dev.homeport.engine.template.TemplateCompiler}.
 */
@NullMarked
package dev.homeport.engine.template;

import org.jspecify.annotations.NullMarked;
