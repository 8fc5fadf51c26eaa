package org.opennms.plugins.trunkline.sandbox.host.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.opennms.integration.api.v1.ui.UIExtension;

/** The UI extensions of the plugins, by id: the last of an id wins, any leaving removes the id. */
public final class UiExtensions {

  private final Map<String, UIExtension> extensions = new LinkedHashMap<>();

  /** A plugin registered an extension. */
  public synchronized void bind(UIExtension extension) {
    extensions.put(extension.getExtensionId(), extension);
  }

  /** An extension is gone. */
  public synchronized void unbind(UIExtension extension) {
    extensions.remove(extension.getExtensionId());
  }

  /** All of them, in the order in which they came. */
  public synchronized List<UIExtension> all() {
    return List.copyOf(extensions.values());
  }

  /** The extension with an id. */
  public synchronized Optional<UIExtension> find(String id) {
    return Optional.ofNullable(extensions.get(id));
  }
}
