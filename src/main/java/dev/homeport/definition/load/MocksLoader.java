package dev.homeport.definition.load;

import java.nio.file.Path;
import java.util.Map;

/** Reads a folder of mock files. Has no state; safe to share. */
public final class MocksLoader {

  /**
   * @param vars named values from outside ({@code --var k=v}); they win over those of the files
   */
  public MocksLoader(Map<String, String> vars) {
    throw new AssertionError("skeleton");
  }

  /**
   * Reads every mock file; mistakes become problems, never exceptions.
   *
   * @throws IllegalArgumentException when the folder is missing or no folder
   */
  public LoadedMocks load(Path folder) {
    throw new AssertionError("skeleton");
  }
}
