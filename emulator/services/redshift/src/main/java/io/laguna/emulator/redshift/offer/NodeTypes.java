package io.laguna.emulator.redshift.offer;

import java.util.List;
import java.util.Optional;

/**
 * The types of nodes. They are figures here: a cluster is one PostgreSQL whatever its nodes.
 *
 * @see <a href="https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-clusters.html">Clusters and nodes</a>
 */
public final class NodeTypes {
    private static final long GIB = 1024;
    private static final long TIB = 1024 * GIB;

    private static final List<NodeType> ALL = List.of(
            new NodeType("dc2.8xlarge", 2, 128, 2560 * GIB),
            new NodeType("dc2.large", 1, 32, 160 * GIB),
            new NodeType("ra3.16xlarge", 2, 128, 128 * TIB),
            new NodeType("ra3.4xlarge", 2, 32, 128 * TIB),
            new NodeType("ra3.large", 1, 16, 8 * TIB),
            new NodeType("ra3.xlplus", 1, 16, 32 * TIB));

    private NodeTypes() {}

    /**
     * A type of nodes.
     *
     * @param fewest how many nodes a cluster has at least
     * @param most how many nodes a new cluster has at most
     * @param storage the MiB of storage of a node
     */
    public record NodeType(String name, int fewest, int most, long storage) {}

    /** Returns all types in the order of their names. */
    static List<NodeType> all() {
        return ALL;
    }

    /** Returns a type, if AWS has one of the name. */
    public static Optional<NodeType> find(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
    }
}
