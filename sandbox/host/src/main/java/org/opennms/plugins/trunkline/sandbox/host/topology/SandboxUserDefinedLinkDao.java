package org.opennms.plugins.trunkline.sandbox.host.topology;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.opennms.integration.api.v1.topology.UserDefinedLink;
import org.opennms.integration.api.v1.topology.UserDefinedLinkDao;
import org.opennms.integration.api.v1.topology.immutables.ImmutableUserDefinedLink;
import org.opennms.plugins.trunkline.sandbox.host.storage.Database;
import org.opennms.plugins.trunkline.sandbox.host.storage.Row;

/**
 * Links that plugins and users draw. A link without a database id is a new one; deleting needs the
 * id. The map shows them after Enlinkd's next run.
 */
public final class SandboxUserDefinedLinkDao implements UserDefinedLinkDao {

  private static final String ALL = "SELECT * FROM user_defined_links";

  private final Database database;

  /** Makes a DAO over the database. */
  public SandboxUserDefinedLinkDao(Database database) {
    this.database = database;
  }

  @Override
  public List<UserDefinedLink> getLinks() {
    return database.query(ALL + " ORDER BY id", SandboxUserDefinedLinkDao::link);
  }

  @Override
  public List<UserDefinedLink> getOutLinks(int nodeIdA) {
    return database.query(ALL + " WHERE node_a = ?", SandboxUserDefinedLinkDao::link, nodeIdA);
  }

  @Override
  public List<UserDefinedLink> getInLinks(int nodeIdZ) {
    return database.query(ALL + " WHERE node_z = ?", SandboxUserDefinedLinkDao::link, nodeIdZ);
  }

  @Override
  public List<UserDefinedLink> getLinksWithLabel(String label) {
    return database.query(ALL + " WHERE link_label = ?", SandboxUserDefinedLinkDao::link, label);
  }

  @Override
  public UserDefinedLink saveOrUpdate(UserDefinedLink link) {
    Objects.requireNonNull(link.getLinkId(), "linkId");
    Objects.requireNonNull(link.getOwner(), "owner");
    if (link.getDbId() == null) {
      return copy(link, insert(link));
    }
    database.update(
        "UPDATE user_defined_links SET node_a = ?, label_a = ?, node_z = ?, label_z = ?,"
            + " link_id = ?, link_label = ?, owner = ? WHERE id = ?",
        link.getNodeIdA(),
        link.getComponentLabelA(),
        link.getNodeIdZ(),
        link.getComponentLabelZ(),
        link.getLinkId(),
        link.getLinkLabel(),
        link.getOwner(),
        link.getDbId());
    return link;
  }

  @Override
  public void delete(UserDefinedLink link) {
    Objects.requireNonNull(link.getDbId(), "dbId");
    database.update("DELETE FROM user_defined_links WHERE id = ?", link.getDbId());
  }

  @Override
  public void delete(Collection<UserDefinedLink> links) {
    links.forEach(this::delete);
  }

  private int insert(UserDefinedLink link) {
    return database.insert(
        "INSERT INTO user_defined_links (node_a, label_a, node_z, label_z, link_id, link_label,"
            + " owner) VALUES (?, ?, ?, ?, ?, ?, ?)",
        link.getNodeIdA(),
        link.getComponentLabelA(),
        link.getNodeIdZ(),
        link.getComponentLabelZ(),
        link.getLinkId(),
        link.getLinkLabel(),
        link.getOwner());
  }

  private static UserDefinedLink copy(UserDefinedLink link, int id) {
    return ImmutableUserDefinedLink.newBuilderFrom(link).setDbId(id).build();
  }

  private static UserDefinedLink link(Row row) throws SQLException {
    return ImmutableUserDefinedLink.newBuilder()
        .setDbId(row.number("id"))
        .setNodeIdA(row.number("node_a"))
        .setComponentLabelA(row.text("label_a"))
        .setNodeIdZ(row.number("node_z"))
        .setComponentLabelZ(row.text("label_z"))
        .setLinkId(row.text("link_id"))
        .setLinkLabel(row.text("link_label"))
        .setOwner(row.text("owner"))
        .build();
  }
}
