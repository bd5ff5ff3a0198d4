package io.laguna.emulator.redshift.record;

import io.laguna.emulator.kit.Caller;
import io.laguna.emulator.kit.shape.ShapeJson;
import io.laguna.emulator.kit.state.TagTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import software.amazon.awssdk.core.SdkPojo;

/** The resources that a caller keeps under names, over one connection to the state. */
public record ResourceRecords(Handle handle, Caller owner) {
    private static final String OF_KIND = " where account = ? and region = ? and kind = ?";

    /** Keeps something new, and tells whether there was none of the name. */
    public <T extends SdkPojo> boolean insert(Kind<T> kind, String name, T shape) {
        return handle.execute(
                        "insert into redshift_resource (account, region, kind, name, shape) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        owner.accountId(),
                        owner.region(),
                        kind.name(),
                        name,
                        ShapeJson.write(shape))
                > 0;
    }

    /** Keeps something in the place of what has its name, if anything has. */
    public <T extends SdkPojo> void save(Kind<T> kind, String name, T shape) {
        handle.execute(
                "insert into redshift_resource (account, region, kind, name, shape) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, region, kind, name) do update set shape = excluded.shape",
                owner.accountId(),
                owner.region(),
                kind.name(),
                name,
                ShapeJson.write(shape));
    }

    public <T extends SdkPojo> Optional<T> find(Kind<T> kind, String name) {
        return handle.select(
                        "select shape from redshift_resource" + OF_KIND + " and name = ?",
                        owner.accountId(),
                        owner.region(),
                        kind.name(),
                        name)
                .mapTo(String.class)
                .map(shape -> ShapeJson.read(shape, kind.builder().get()))
                .findOne();
    }

    /** Returns all of a kind in the order of their names. */
    public <T extends SdkPojo> List<T> all(Kind<T> kind) {
        return handle.select(
                        "select shape from redshift_resource" + OF_KIND + " order by name collate \"C\"",
                        owner.accountId(),
                        owner.region(),
                        kind.name())
                .mapTo(String.class)
                .map(shape -> ShapeJson.read(shape, kind.builder().get()))
                .list();
    }

    /** Deletes what has a name, and tells whether it was there. */
    public boolean delete(Kind<?> kind, String name) {
        return handle.execute(
                        "delete from redshift_resource" + OF_KIND + " and name = ?",
                        owner.accountId(),
                        owner.region(),
                        kind.name(),
                        name)
                > 0;
    }

    public TagTable tagTable() {
        return new TagTable(handle, "redshift_tag", "resource");
    }

    /** Returns the tags of a resource, in the order of their keys. */
    public Map<String, String> tags(String arn) {
        return tagTable().of(arn);
    }
}
