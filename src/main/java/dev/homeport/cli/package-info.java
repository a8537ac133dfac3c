/**
 * The command line, one file a command: reads options, prints, returns exit codes. Start at {@link
 * dev.homeport.cli.Main}.
 */
@NullMarked
package dev.homeport.cli;

import org.jspecify.annotations.NullMarked;
