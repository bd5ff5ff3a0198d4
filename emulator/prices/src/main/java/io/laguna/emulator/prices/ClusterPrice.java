package io.laguna.emulator.prices;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The price of Redshift clusters, by their nodes.
 *
 * @param nodeHour dollars for a node and an hour, by type
 * @see <a href="https://aws.amazon.com/redshift/pricing/">Amazon Redshift pricing</a>
 */
public record ClusterPrice(Map<String, BigDecimal> nodeHour) {
    public ClusterPrice {
        nodeHour = Map.copyOf(nodeHour);
    }

    /** Returns the price of clusters by a table. */
    public static ClusterPrice of(PriceTable prices) {
        return new ClusterPrice(prices.redshift());
    }

    /**
     * Returns the price in dollars of nodes for an hour, or nothing when the price of one of them is not known.
     *
     * @param nodes how many nodes there are of each type
     */
    public Optional<BigDecimal> perHour(Map<String, Integer> nodes) {
        if (!nodeHour.keySet().containsAll(nodes.keySet())) {
            return Optional.empty();
        }
        return Optional.of(nodes.entrySet().stream()
                .map(type -> nodeHour.get(type.getKey()).multiply(BigDecimal.valueOf(type.getValue())))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
