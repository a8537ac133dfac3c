package dev.homeport.server;

import dev.homeport.definition.load.LiveMocks;
import dev.homeport.definition.load.TextReader;
import dev.homeport.definition.setting.Settings;
import java.util.Optional;

/**
 * The whole folder, or a service in it, on its port.
 *
 * @param service its name; empty for the whole
 * @param live its files
 * @param settings all of them, as they were when it was started
 * @param texts reads what names files of its folder
 */
public record ServedMocks(
    Optional<String> service, LiveMocks live, Settings settings, TextReader texts, MockPort port) {}
