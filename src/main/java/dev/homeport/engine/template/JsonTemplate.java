package dev.homeport.engine.template;

import dev.homeport.engine.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value with templates in it. A text that is exactly one expression keeps the type of its
 * value; keys that are blocks repeat or choose what stands under them. Immutable, safe to share.
 */
public sealed interface JsonTemplate extends Scope.ValueTemplate {

  /** The value as Map, List, String, Number, Boolean or null. */
  @Override
  @Nullable Object value(Scope scope);

  /** Appends the value as compact JSON. */
  default void write(Scope scope, StringBuilder out) {
    Json.write(value(scope), out);
  }

  /** Whether there is no template in it. */
  boolean isConstant();

  /** A value that is the same always. */
  record Constant(@Nullable Object constant) implements JsonTemplate {

    @Override
    public @Nullable Object value(Scope scope) {
      return constant;
    }

    @Override
    public boolean isConstant() {
      return true;
    }
  }

  /** A text with expressions. */
  record Text(Template template) implements JsonTemplate {

    @Override
    public @Nullable Object value(Scope scope) {
      return template.value(scope);
    }

    @Override
    public boolean isConstant() {
      return false;
    }
  }

  /** An object. */
  record Members(List<Member> members) implements JsonTemplate {

    public Members {
      members = List.copyOf(members);
    }

    @Override
    public Object value(Scope scope) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      members.forEach(member -> member.addTo(object, scope));
      return Collections.unmodifiableMap(object);
    }

    @Override
    public boolean isConstant() {
      return false;
    }
  }

  /** A list. */
  record Items(List<Item> items) implements JsonTemplate {

    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Object value(Scope scope) {
      List<@Nullable Object> list = new ArrayList<>();
      items.forEach(item -> item.addTo(list, scope));
      return Collections.unmodifiableList(list);
    }

    @Override
    public boolean isConstant() {
      return false;
    }
  }

  /** What a key of an object gives: one member, or some by choice. */
  sealed interface Member {

    void addTo(Map<String, @Nullable Object> object, Scope scope);

    /** {@code name: value}. */
    record Named(String name, JsonTemplate value) implements Member {

      /** Many responses have the same names: one text of them stays in the caches. */
      public Named {
        name = name.intern();
      }

      @Override
      public void addTo(Map<String, @Nullable Object> object, Scope scope) {
        object.put(name, value.value(scope));
      }
    }

    /** Members under {@code #if} or {@code #unless}, merged into the object around them. */
    record Chosen(KeyBlock.Choice choice, List<Member> then, List<Member> otherwise)
        implements Member {

      public Chosen {
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
      }

      @Override
      public void addTo(Map<String, @Nullable Object> object, Scope scope) {
        (choice.holds(scope) ? then : otherwise).forEach(member -> member.addTo(object, scope));
      }
    }
  }

  /** What a place in a list gives: one item, none, or many. */
  sealed interface Item {

    void addTo(List<@Nullable Object> list, Scope scope);

    /** A plain item. */
    record One(JsonTemplate value) implements Item {

      @Override
      public void addTo(List<@Nullable Object> list, Scope scope) {
        list.add(value.value(scope));
      }
    }

    /** An item for each round of {@code #repeat} or {@code #each}. */
    record Repeated(KeyBlock.Repetition repetition, JsonTemplate value) implements Item {

      @Override
      public void addTo(List<@Nullable Object> list, Scope scope) {
        for (Scope round : repetition.rounds(scope)) {
          list.add(value.value(round));
        }
      }
    }

    /** An item by choice; without an else none when the choice does not hold. */
    record Chosen(KeyBlock.Choice choice, JsonTemplate then, @Nullable JsonTemplate otherwise)
        implements Item {

      @Override
      public void addTo(List<@Nullable Object> list, Scope scope) {
        JsonTemplate chosen = choice.holds(scope) ? then : otherwise;
        if (chosen != null) {
          list.add(chosen.value(scope));
        }
      }
    }
  }
}
