package dev.homeport.definition.load;

import java.util.Set;

/**
 * What a folder is among those that are served together. Immutable.
 *
 * @param isService whether it lies in another one and has a port of its own
 * @param services the sub-folders, by name within this one, that are services and whose files are
 *     not this one's; a service has none
 */
record FolderRole(boolean isService, Set<String> services) {

  static final FolderRole SERVICE = new FolderRole(true, Set.of());

  FolderRole {
    services = Set.copyOf(services);
  }

  /** The folder that was named, with the services in it. */
  static FolderRole whole(Set<String> services) {
    return new FolderRole(false, services);
  }
}
