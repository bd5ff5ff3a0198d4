package io.laguna.emulator.redshift.cluster;

import io.laguna.emulator.redshift.offer.NodeTypes;
import io.laguna.emulator.redshift.request.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNode;

/**
 * The nodes of a cluster, as figures.
 *
 * @param number one for a single-node cluster
 */
record Nodes(String type, int number) {
    private static final String SINGLE = "single-node";
    private static final String MULTI = "multi-node";
    private static final String ADDRESS = "127.0.0.1";
    private static final int MOST = 128;

    /**
     * Returns the nodes that a request asks for.
     *
     * @param clusterType {@code single-node}, {@code multi-node} or null
     * @param number null for what the type of the cluster says
     */
    static Nodes of(String type, String clusterType, Integer number) {
        if (clusterType != null && !List.of(SINGLE, MULTI).contains(clusterType)) {
            throw Failures.parameter("Invalid cluster type: " + clusterType);
        }
        boolean multi = MULTI.equals(clusterType) || (clusterType == null && number != null && number > 1);
        if (MULTI.equals(clusterType) && number == null) {
            throw Failures.combination("Number of nodes for cluster type multi-node must be specified.");
        }
        int nodes = Optional.ofNullable(number).orElse(1);
        if (multi && nodes < 2) {
            throw Failures.combination(
                    "Number of nodes for cluster type multi-node must be greater than or equal to 2.");
        }
        if (SINGLE.equals(clusterType) && nodes != 1) {
            throw Failures.combination("Number of nodes for cluster type single-node must be 1.");
        }
        if (nodes < 1 || nodes > MOST) {
            throw Failures.parameter("Number of nodes must be between 1 and " + MOST + ".");
        }
        return new Nodes(type, nodes);
    }

    /** Puts the nodes into the description of a cluster. */
    Cluster.Builder into(Cluster.Builder cluster) {
        Optional<NodeTypes.NodeType> known = NodeTypes.find(type);
        return cluster.nodeType(type)
                .numberOfNodes(number)
                .clusterNodes(list())
                .elasticResizeNumberOfNodeOptions(number == 1 ? "[2,3,4]" : "[" + options() + "]")
                .totalStorageCapacityInMegaBytes(
                        known.map(nodes -> nodes.storage() * number).orElse(null));
    }

    private String options() {
        List<String> options = new ArrayList<>();
        for (int nodes = Math.max(2, (number + 1) / 2); nodes <= number * 2; nodes++) {
            options.add(Integer.toString(nodes));
        }
        return String.join(",", options);
    }

    private List<ClusterNode> list() {
        if (number == 1) {
            return List.of(node("SHARED"));
        }
        List<ClusterNode> nodes = new ArrayList<>();
        nodes.add(node("LEADER"));
        for (int i = 0; i < number; i++) {
            nodes.add(node("COMPUTE-" + i));
        }
        return nodes;
    }

    private static ClusterNode node(String role) {
        return ClusterNode.builder()
                .nodeRole(role)
                .privateIPAddress(ADDRESS)
                .publicIPAddress(ADDRESS)
                .build();
    }
}
