package io.laguna.emulator.iam.entity;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The managed policies of entities by their ARNs, over one connection to the state. */
public record Attachments(Handle handle) {
    /** Returns the ARNs of an entity's policies, the latest first. */
    public List<String> of(Entity entity) {
        return handle.select("select policy from iam_attachment where entity = ? order by number desc", entity.id())
                .mapTo(String.class)
                .list();
    }

    public void attach(Entity entity, String policy) {
        handle.execute(
                "insert into iam_attachment (entity, policy) values (?, ?) on conflict do nothing",
                entity.id(),
                policy);
    }

    /** Detaches a policy; tells whether it was attached. */
    public boolean detach(Entity entity, String policy) {
        return handle.execute("delete from iam_attachment where entity = ? and policy = ?", entity.id(), policy) > 0;
    }
}
