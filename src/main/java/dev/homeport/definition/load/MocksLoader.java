package dev.homeport.definition.load;

import dev.homeport.engine.template.TemplateCompiler;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads a folder of mock files. Immutable, safe to share. */
public final class MocksLoader {

  private final Map<String, String> vars;
  private final FolderRole role;
  private final TemplateCompiler templates = new TemplateCompiler();

  /**
   * A loader.
   *
   * @param vars named values from outside ({@code --var k=v}); they win over those of the files
   */
  public MocksLoader(Map<String, String> vars) {
    this(vars, FolderRole.whole(Set.of()));
  }

  MocksLoader(Map<String, String> vars, FolderRole role) {
    this.vars = Map.copyOf(vars);
    this.role = role;
  }

  /**
   * Reads every mock file; mistakes become problems, never exceptions. A file with a problem
   * contributes no route.
   *
   * @throws IllegalArgumentException when the folder is missing or no folder
   */
  public LoadedMocks load(Path folder) {
    FileStamps stamps = new FileStamps(System::nanoTime);
    return load(folder, FolderState.unread(stamps), stamps, file -> true).mocks();
  }

  /**
   * Reads what has changed; a file with a problem contributes its last good version.
   *
   * @param before what was read last
   * @param isLost as {@link FolderReader#read} asks it
   * @throws IllegalArgumentException when the folder is missing or no folder
   */
  FolderState load(Path folder, FolderState before, FileStamps stamps, Predicate<String> isLost) {
    MocksFolder mocks = MocksFolder.open(folder, role);
    return new FolderReader(mocks, before, vars, templates, stamps).read(isLost);
  }
}
