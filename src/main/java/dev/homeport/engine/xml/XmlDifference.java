package dev.homeport.engine.xml;

/**
 * Where two documents differ first.
 *
 * @param path an XPath with positions: {@code /order[1]/total[1]/text()[1]}
 * @param aspect what differs there, in words: {@code text value}, {@code attribute name}
 * @param expected what it should be, quoted
 * @param found what it is, quoted
 */
public record XmlDifference(String path, String aspect, String expected, String found) {}
