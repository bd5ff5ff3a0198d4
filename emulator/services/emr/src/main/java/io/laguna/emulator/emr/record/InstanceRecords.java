package io.laguna.emulator.emr.record;

import io.laguna.emulator.kit.shape.ShapeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import software.amazon.awssdk.services.emr.model.InstanceFleet;
import software.amazon.awssdk.services.emr.model.InstanceGroup;

/** Instance groups, fleets and instances in the state, over one connection to it. */
public final class InstanceRecords {
    private final Handle handle;
    private final String cluster;

    public InstanceRecords(Handle handle, String cluster) {
        this.handle = handle;
        this.cluster = cluster;
    }

    public void insert(InstanceCollection collection, List<InstanceRecord> instances) {
        handle.execute(
                "insert into emr_instance_collection (id, cluster, kind, shape) values (?, ?, ?, ?)",
                collection.id(),
                cluster,
                collection instanceof InstanceCollection.Group ? "GROUP" : "FLEET",
                json(collection));
        insert(instances);
    }

    public void insert(List<InstanceRecord> instances) {
        if (instances.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                "insert into emr_instance (id, ec2_id, collection, market, instance_type, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)");
        instances.forEach(each -> batch.add(
                each.id(),
                each.ec2Id(),
                each.collection(),
                each.market(),
                each.instanceType(),
                Timestamp.from(each.created())));
        batch.execute();
    }

    public void save(InstanceCollection collection) {
        handle.execute("update emr_instance_collection set shape = ? where id = ?", json(collection), collection.id());
    }

    public void end(InstanceRecord instance, Instant now) {
        handle.execute("update emr_instance set ended_at = ? where id = ?", Timestamp.from(now), instance.id());
    }

    public List<InstanceCollection> collections() {
        return handle.select(
                        "select kind, shape from emr_instance_collection where cluster = ? order by position", cluster)
                .map(InstanceRecords::collection)
                .list();
    }

    /** Every instance of the cluster, ended ones too, in the order of their collections. */
    public List<InstanceRecord> instances() {
        return handle.select(
                        "select i.* from emr_instance i join emr_instance_collection c on c.id = i.collection"
                                + " where c.cluster = ? order by c.position, i.position",
                        cluster)
                .map(InstanceRecords::instance)
                .list();
    }

    /** Returns the instances of a collection that no resize has ended. */
    public List<InstanceRecord> living(String collection) {
        return instances().stream()
                .filter(each ->
                        each.collection().equals(collection) && each.ended().isEmpty())
                .toList();
    }

    /** The id in EC2 of the primary node. */
    public String primary() {
        return handle.select(
                        "select i.ec2_id from emr_instance i join emr_instance_collection c on c.id = i.collection"
                                + " where c.cluster = ? order by (c.shape like '%\"MASTER\"%') desc, i.position limit 1",
                        cluster)
                .mapTo(String.class)
                .one();
    }

    private static String json(InstanceCollection collection) {
        if (collection instanceof InstanceCollection.Group group) {
            return ShapeJson.write(group.group());
        }
        return ShapeJson.write(((InstanceCollection.Fleet) collection).fleet());
    }

    private static InstanceCollection collection(ResultSet row, StatementContext context) throws SQLException {
        String shape = row.getString("shape");
        return row.getString("kind").equals("GROUP")
                ? new InstanceCollection.Group(ShapeJson.read(shape, InstanceGroup.builder()))
                : new InstanceCollection.Fleet(ShapeJson.read(shape, InstanceFleet.builder()));
    }

    private static InstanceRecord instance(ResultSet row, StatementContext context) throws SQLException {
        return new InstanceRecord(
                row.getString("id"),
                row.getString("ec2_id"),
                row.getString("collection"),
                row.getString("market"),
                row.getString("instance_type"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }
}
