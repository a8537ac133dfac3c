package dev.homeport.engine.data;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by number. Immutable: a changed one is another, which shares all but one path of at most
 * seven small nodes with this one, so that a change costs about the same however many values there
 * are. Goes over its values in the order of the numbers, taken as unsigned.
 *
 * <p>A hash array mapped trie (Bagwell, Ideal Hash Trees, 2001) that branches by the highest bits
 * first, which is what keeps the order.
 */
final class IntTrie<V> {

  private static final int BITS = 5;
  private static final int TOP_SHIFT = 30;

  private sealed interface Node<V> {}

  private record Leaf<V>(int key, V value) implements Node<V> {}

  /**
   * A node with children.
   *
   * @param map a bit for each child that is there
   * @param children in the order of the bits
   */
  @SuppressWarnings("ArrayRecordComponent") // nodes are never compared
  private record Branch<V>(int map, Node<V>[] children) implements Node<V> {

    int index(int bit) {
      return Integer.bitCount(map & (bit - 1));
    }

    Branch<V> with(int bit, Node<V> child) {
      int index = index(bit);
      if ((map & bit) != 0) {
        Node<V>[] changed = children.clone();
        changed[index] = child;
        return new Branch<>(map, changed);
      }
      Node<V>[] longer = Arrays.copyOf(children, children.length + 1);
      System.arraycopy(children, index, longer, index + 1, children.length - index);
      longer[index] = child;
      return new Branch<>(map | bit, longer);
    }

    /** Null when no child is left. */
    @Nullable Branch<V> without(int bit) {
      if (children.length == 1) {
        return null;
      }
      int index = index(bit);
      Node<V>[] shorter = Arrays.copyOf(children, children.length - 1);
      System.arraycopy(children, index + 1, shorter, index, shorter.length - index);
      return new Branch<>(map & ~bit, shorter);
    }
  }

  private final @Nullable Node<V> root;

  private IntTrie(@Nullable Node<V> root) {
    this.root = root;
  }

  /** Without any value. */
  static <V> IntTrie<V> empty() {
    return new IntTrie<>(null);
  }

  /** The value of a number, or null. */
  @Nullable V get(int key) {
    Node<V> node = root;
    for (int shift = TOP_SHIFT; node instanceof Branch<V> branch; shift -= BITS) {
      int bit = bit(key, shift);
      node = (branch.map() & bit) == 0 ? null : branch.children()[branch.index(bit)];
    }
    return node instanceof Leaf<V> leaf && leaf.key() == key ? leaf.value() : null;
  }

  /** The same, but for the value of one number. */
  IntTrie<V> with(int key, V value) {
    return new IntTrie<>(with(root, TOP_SHIFT, new Leaf<>(key, value)));
  }

  /** The same without one number. */
  IntTrie<V> without(int key) {
    return get(key) == null ? this : new IntTrie<>(without(root, TOP_SHIFT, key));
  }

  /** Hands out every value, in the order of the numbers. */
  void forEach(Consumer<? super V> consumer) {
    forEach(root, consumer);
  }

  private static <V> Node<V> with(@Nullable Node<V> node, int shift, Leaf<V> added) {
    if (node == null || (node instanceof Leaf<V> leaf && leaf.key() == added.key())) {
      return added;
    }
    int bit = bit(added.key(), shift);
    if (node instanceof Leaf<V> leaf) {
      Branch<V> one = branch(bit(leaf.key(), shift), leaf);
      return with(one, shift, added);
    }
    Branch<V> branch = (Branch<V>) node;
    boolean isThere = (branch.map() & bit) != 0;
    Node<V> child = isThere ? branch.children()[branch.index(bit)] : null;
    return branch.with(bit, with(child, shift - BITS, added));
  }

  private static <V> @Nullable Node<V> without(@Nullable Node<V> node, int shift, int key) {
    if (!(node instanceof Branch<V> branch)) {
      return null;
    }
    int bit = bit(key, shift);
    Node<V> child = without(branch.children()[branch.index(bit)], shift - BITS, key);
    return child == null ? branch.without(bit) : branch.with(bit, child);
  }

  private static <V> void forEach(@Nullable Node<V> node, Consumer<? super V> consumer) {
    if (node instanceof Leaf<V> leaf) {
      consumer.accept(leaf.value());
    } else if (node instanceof Branch<V> branch) {
      for (Node<V> child : branch.children()) {
        forEach(child, consumer);
      }
    }
  }

  @SuppressWarnings("unchecked") // an array of a generic type
  private static <V> Branch<V> branch(int bit, Node<V> child) {
    return new Branch<>(bit, (Node<V>[]) new Node<?>[] {child});
  }

  private static int bit(int key, int shift) {
    return 1 << ((key >>> shift) & ((1 << BITS) - 1));
  }
}
