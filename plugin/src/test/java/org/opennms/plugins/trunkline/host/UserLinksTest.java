package org.opennms.plugins.trunkline.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opennms.integration.api.v1.topology.UserDefinedLink;
import org.opennms.integration.api.v1.topology.UserDefinedLinkDao;
import org.opennms.integration.api.v1.topology.immutables.ImmutableUserDefinedLink;
import org.opennms.plugins.trunkline.inventory.HostAbsentException;
import org.opennms.plugins.trunkline.topology.live.DrawnLinks.Drawing;

class UserLinksTest {
  private static final Drawing ONE = new Drawing("abc", 1, "Gi0/1", 2, "Gi0/2");

  private final Dao dao = new Dao();
  private final UserLinks links = new UserLinks(dao);

  @Test
  void what_is_wanted_is_drawn_once_under_our_name() {
    links.show(List.of(ONE));
    links.show(List.of(ONE));

    assertThat(dao.rows).hasSize(1);
    assertThat(dao.saves).isEqualTo(1);
    assertThat(dao.rows.get(0))
        .returns("trunkline", UserDefinedLink::getOwner)
        .returns("trunkline:abc", UserDefinedLink::getLinkId)
        .returns(1, UserDefinedLink::getNodeIdA)
        .returns("Gi0/2", UserDefinedLink::getComponentLabelZ);
  }

  @Test
  void what_is_no_longer_wanted_goes_and_what_others_drew_stays() {
    dao.saveOrUpdate(foreign());
    links.show(List.of(ONE));
    links.show(List.of());
    assertThat(dao.rows).extracting(UserDefinedLink::getOwner).containsExactly("admin");
  }

  @Test
  void a_node_that_was_imported_anew_is_drawn_anew() {
    links.show(List.of(ONE));
    links.show(List.of(new Drawing("abc", 9, "Gi0/1", 2, "Gi0/2")));
    assertThat(dao.rows).extracting(UserDefinedLink::getNodeIdA).containsExactly(9);
  }

  @Test
  void a_link_that_was_saved_twice_is_cleaned_up() {
    links.show(List.of(ONE));
    dao.saveOrUpdate(
        ImmutableUserDefinedLink.newBuilderFrom(dao.rows.get(0)).setDbId(null).build());
    links.show(List.of(ONE));
    assertThat(dao.rows).hasSize(1);
  }

  @Test
  void a_host_that_does_not_take_them_is_told_as_absent() {
    dao.away = true;
    assertThatThrownBy(() -> links.show(List.of(ONE))).isInstanceOf(HostAbsentException.class);
  }

  private static UserDefinedLink foreign() {
    return ImmutableUserDefinedLink.newBuilder()
        .setNodeIdA(1)
        .setComponentLabelA("a")
        .setNodeIdZ(2)
        .setComponentLabelZ("b")
        .setLinkId("theirs")
        .setOwner("admin")
        .build();
  }

  /** As the host's: ids are given at saving, and deleting needs one. */
  private static final class Dao implements UserDefinedLinkDao {
    private final List<UserDefinedLink> rows = new ArrayList<>();
    private boolean away;
    private int saves;

    @Override
    public List<UserDefinedLink> getLinks() {
      if (away) {
        throw new IllegalStateException("no service");
      }
      return List.copyOf(rows);
    }

    @Override
    public List<UserDefinedLink> getOutLinks(int node) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<UserDefinedLink> getInLinks(int node) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<UserDefinedLink> getLinksWithLabel(String label) {
      throw new UnsupportedOperationException();
    }

    @Override
    public UserDefinedLink saveOrUpdate(UserDefinedLink link) {
      saves++;
      UserDefinedLink saved =
          ImmutableUserDefinedLink.newBuilderFrom(link).setDbId(100 + saves).build();
      rows.add(saved);
      return saved;
    }

    @Override
    public void delete(UserDefinedLink link) {
      rows.removeIf(r -> r.getDbId().equals(link.getDbId()));
    }

    @Override
    public void delete(Collection<UserDefinedLink> links) {
      links.forEach(this::delete);
    }
  }
}
