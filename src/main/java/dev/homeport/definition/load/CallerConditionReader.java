package dev.homeport.definition.load;

import dev.homeport.definition.yaml.YamlMapping;
import dev.homeport.definition.yaml.YamlNode;
import dev.homeport.definition.yaml.YamlScalar;
import dev.homeport.definition.yaml.YamlSequence;
import dev.homeport.engine.match.AuthorizationSource;
import dev.homeport.engine.match.CallBetween;
import dev.homeport.engine.match.Condition;
import dev.homeport.engine.match.EveryCall;
import dev.homeport.engine.match.FromClient;
import dev.homeport.engine.match.Match;
import dev.homeport.engine.match.Matcher;
import dev.homeport.engine.match.Presence;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads conditions on who calls and how often: {@code auth}, {@code client}, {@code call}. */
final class CallerConditionReader {

  private static final Pattern CALLS = Pattern.compile("(\\d{1,18})?\\.\\.(\\d{1,18})?|\\d{1,18}");

  /** What cannot be a name, so that reading it asks no name server. */
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  private final Reading reading;
  private final MatcherReader matchers;

  CallerConditionReader(Reading reading, MatcherReader matchers) {
    this.reading = reading;
    this.matchers = matchers;
  }

  void auth(YamlNode node, List<Condition> into) {
    if (node instanceof YamlScalar scalar) {
      Presence presence = presence(scalar);
      if (presence == null) {
        expectedAuth(node);
      } else {
        add(AuthorizationSource.Part.HEADER, presence, into);
      }
      return;
    }
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      expectedAuth(node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      switch (entry.name()) {
        case "basic" -> basic(entry.value(), into);
        case "bearer" ->
            matched(entry.value(), "auth.bearer", AuthorizationSource.Part.TOKEN, into);
        default -> reading.unknownKey(entry, List.of("basic", "bearer"), "auth");
      }
    }
  }

  private void expectedAuth(YamlNode node) {
    reading.expected("auth", "{ basic: … }, { bearer: … }, present or absent", node);
  }

  private void basic(YamlNode node, List<Condition> into) {
    Presence presence = node instanceof YamlScalar scalar ? presence(scalar) : null;
    if (presence != null) {
      add(AuthorizationSource.Part.USER, presence, into);
      return;
    }
    if (!(node instanceof YamlMapping mapping) || mapping.entries().isEmpty()) {
      reading.expected("auth.basic", "{ user: …, password: … }, present or absent", node);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      switch (entry.name()) {
        case "user" ->
            matched(entry.value(), "auth.basic.user", AuthorizationSource.Part.USER, into);
        case "password" ->
            matched(entry.value(), "auth.basic.password", AuthorizationSource.Part.PASSWORD, into);
        default -> reading.unknownKey(entry, List.of("user", "password"), "auth.basic");
      }
    }
  }

  private static @Nullable Presence presence(YamlScalar scalar) {
    return switch (scalar.text()) {
      case "present" -> Presence.PRESENT;
      case "absent" -> Presence.ABSENT;
      default -> null;
    };
  }

  private void matched(
      YamlNode node, String key, AuthorizationSource.Part part, List<Condition> into) {
    Matcher matcher = matchers.read(node, Looked.TEXT, key);
    if (matcher != null) {
      add(part, matcher, into);
    }
  }

  private static void add(AuthorizationSource.Part part, Matcher matcher, List<Condition> into) {
    into.add(new Match(new AuthorizationSource(part), matcher));
  }

  void client(YamlNode node, List<Condition> into) {
    List<YamlNode> items = node instanceof YamlSequence list ? list.items() : List.of(node);
    List<InetAddress> addresses = new ArrayList<>();
    boolean loopback = false;
    for (YamlNode item : items) {
      InetAddress address = item instanceof YamlScalar scalar ? address(scalar.text()) : null;
      if (address != null) {
        addresses.add(address);
      } else if (item instanceof YamlScalar scalar && scalar.text().equals("loopback")) {
        loopback = true;
      } else {
        reading.expected(
            "client", "an address such as 127.0.0.1, loopback, or a list of them", item);
      }
    }
    if (loopback || !addresses.isEmpty()) {
      into.add(new FromClient(addresses, loopback));
    } else if (items.isEmpty()) {
      reading.problem(node.at(), "client: the list is empty");
    }
  }

  private static @Nullable InetAddress address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  void call(YamlNode node, List<Condition> into) {
    Condition condition = null;
    if (node instanceof YamlMapping mapping) {
      condition = every(mapping);
    } else if (node instanceof YamlScalar scalar) {
      condition = range(scalar.text());
      if (condition == null) {
        reading.problem(
            node.at(),
            "call: expected numbers of calls, found " + node.described(),
            "write 3, 1..2, 3.. or { every: 3 }; the first call is 1");
      }
    } else {
      reading.expected("call", "3, 1..2, 3.. or { every: 3 }", node);
    }
    if (condition != null) {
      into.add(condition);
    }
  }

  private @Nullable Condition every(YamlMapping mapping) {
    YamlNode step = mapping.get("every");
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!entry.name().equals("every")) {
        reading.unknownKey(entry, List.of("every"), "call");
        return null;
      }
    }
    if (step instanceof YamlScalar scalar
        && scalar.text().matches("\\d{1,18}")
        && Long.parseLong(scalar.text()) > 0) {
      return new EveryCall(Long.parseLong(scalar.text()));
    }
    reading.expected("call.every", "a number from 1", step == null ? mapping : step);
    return null;
  }

  private static @Nullable Condition range(String text) {
    if (!CALLS.matcher(text).matches() || text.equals("..")) {
      return null;
    }
    int dots = text.indexOf("..");
    String first = dots < 0 ? text : text.substring(0, dots);
    String last = dots < 0 ? text : text.substring(dots + 2);
    long from = first.isEmpty() ? 1 : Long.parseLong(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : Long.parseLong(last);
    return from < 1 || to < from ? null : new CallBetween(from, to);
  }
}
