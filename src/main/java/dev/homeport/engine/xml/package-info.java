/**
 * XML for the engine: hardened parsing, XPath and equality. The only door to XMLUnit. Start at
 * {@link dev.homeport.engine.xml.Xml}.
 */
@NullMarked
package dev.homeport.engine.xml;

import org.jspecify.annotations.NullMarked;
