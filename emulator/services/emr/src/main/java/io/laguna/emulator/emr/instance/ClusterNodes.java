package io.laguna.emulator.emr.instance;

import io.laguna.emulator.emr.cluster.NewCluster;
import io.laguna.emulator.emr.record.ClusterRecord;
import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecord;
import io.laguna.emulator.emr.request.Ids;
import io.laguna.engines.yarn.ResourceManager;
import io.laguna.engines.yarn.YarnNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.emr.model.Instance;
import software.amazon.awssdk.services.emr.model.InstanceState;
import software.amazon.awssdk.services.emr.model.InstanceStateChangeReason;

/**
 * The instances of clusters that run on YARN: the container that Laguna is in is everybody's primary node, and every
 * NodeManager is a worker of every cluster's first group or fleet of workers. What was asked for is another number.
 */
public record ClusterNodes(ResourceManager yarn) {
    private static final String PRIMARY = "MASTER";

    /** Whether it is the collection that the NodeManagers are in. */
    static Predicate<InstanceCollection> areWorkersOf(List<InstanceCollection> all) {
        Optional<String> first = all.stream()
                .filter(each -> !each.role().equals(PRIMARY))
                .map(InstanceCollection::id)
                .findFirst();
        return each -> first.equals(Optional.of(each.id()));
    }

    /** How many instances of a collection run. */
    int running(InstanceCollection collection, List<InstanceCollection> all) {
        if (collection.role().equals(PRIMARY)) {
            return 1;
        }
        return areWorkersOf(all).test(collection)
                ? (int) yarn.nodes().stream().filter(YarnNode::isRunning).count()
                : 0;
    }

    /**
     * Those of a living cluster.
     *
     * @param asked what was asked for, with ids
     */
    Stream<Instance> instances(
            ClusterRecord cluster, List<InstanceCollection> collections, List<InstanceRecord> asked) {
        InstanceStatuses statuses = new InstanceStatuses(cluster, Optional.of(this));
        Stream<Instance> primary = asked.stream()
                .filter(record -> collections.stream()
                        .anyMatch(each -> each.id().equals(record.collection())
                                && each.role().equals(PRIMARY)))
                .limit(1)
                .map(record -> primary(statuses.of(record)));
        Stream<Instance> workers = collections.stream()
                .filter(areWorkersOf(collections))
                .flatMap(collection -> yarn.nodes().stream().map(node -> worker(cluster, collection, node, asked)));
        return Stream.concat(primary, workers);
    }

    private static Instance primary(Instance instance) {
        return located(instance, Optional.ofNullable(System.getenv("HOSTNAME")).orElse(NewCluster.HOST));
    }

    private static Instance worker(
            ClusterRecord cluster, InstanceCollection collection, YarnNode node, List<InstanceRecord> asked) {
        // The same container has the same id whenever it is asked for.
        String hex = UUID.nameUUIDFromBytes((cluster.id() + node.host()).getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
        InstanceRecord like = asked.stream()
                .filter(record -> record.collection().equals(collection.id()))
                .findFirst()
                .orElse(asked.get(0));
        InstanceRecord record = new InstanceRecord(
                Ids.instance(hex),
                "i-" + hex.substring(0, 17),
                collection.id(),
                like.market(),
                like.instanceType(),
                like.created(),
                node.isRunning() ? Optional.empty() : Optional.of(node.lastHealthUpdate()));
        Instance instance = new InstanceStatuses(cluster, Optional.empty()).of(record);
        Instance seen = instance.status().state() == InstanceState.TERMINATED
                ? instance.copy(copy -> copy.status(instance.status()
                        .copy(status -> status.stateChangeReason(InstanceStateChangeReason.builder()
                                .code("INSTANCE_FAILURE")
                                .message("YARN says that the NodeManager is " + node.state())
                                .build()))))
                : instance;
        return located(seen, node.host());
    }

    private static Instance located(Instance instance, String host) {
        Optional<String> address = address(host);
        return instance.copy(copy -> copy.privateDnsName(host)
                .privateIpAddress(address.orElse(null))
                .publicDnsName(null)
                .publicIpAddress(null));
    }

    private static Optional<String> address(String host) {
        try {
            return Optional.of(InetAddress.getByName(host).getHostAddress());
        } catch (UnknownHostException e) {
            // A container that has gone.
            return Optional.empty();
        }
    }
}
