/**
 * What can be set, on the command line, in the environment and in {@code homeport.yaml}, and how
 * its values are spelled. Reads neither of them. Start at {@link
 * dev.homeport.definition.setting.Setting}.
 */
@NullMarked
package dev.homeport.definition.setting;

import org.jspecify.annotations.NullMarked;
