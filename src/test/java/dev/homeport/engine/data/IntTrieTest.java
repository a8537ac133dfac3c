package dev.homeport.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntTrieTest {

  private static List<Integer> values(IntTrie<Integer> trie) {
    List<Integer> values = new ArrayList<>();
    trie.forEach(values::add);
    return values;
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 100, 5_000, Integer.MAX_VALUE})
  void isWhatASortedMapIs(int range) {
    Random random = new Random(range);
    Map<Integer, Integer> map = new TreeMap<>(Integer::compareUnsigned);
    IntTrie<Integer> trie = IntTrie.empty();
    for (int i = 0; i < 20_000; i++) {
      int key = range == Integer.MAX_VALUE ? random.nextInt() : random.nextInt(range);
      if (random.nextInt(3) == 0) {
        map.remove(key);
        trie = trie.without(key);
      } else {
        map.put(key, i);
        trie = trie.with(key, i);
      }
      assertThat(trie.get(key)).isEqualTo(map.get(key));
    }
    assertThat(values(trie)).containsExactlyElementsOf(map.values());
    for (Integer key : List.copyOf(map.keySet())) {
      trie = trie.without(key);
    }
    assertThat(values(trie)).isEmpty();
  }

  @Test
  void aChangeLeavesTheOneBeforeAsItWas() {
    IntTrie<Integer> one = IntTrie.<Integer>empty().with(1, 10).with(-1, 20);
    IntTrie<Integer> two = one.with(1, 11).without(-1).with(33, 5);

    assertThat(values(one)).containsExactly(10, 20);
    assertThat(values(two)).containsExactly(11, 5);
    assertThat(two.get(65)).isNull();
  }
}
