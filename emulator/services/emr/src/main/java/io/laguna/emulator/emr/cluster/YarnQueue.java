package io.laguna.emulator.emr.cluster;

import io.laguna.emulator.emr.record.InstanceCollection;
import io.laguna.emulator.emr.record.InstanceRecords;
import io.laguna.emulator.kit.state.State;
import io.laguna.engines.process.EngineFailure;
import io.laguna.engines.yarn.ResourceManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.emr.model.InstanceFleet;

/** The queue of YARN that a cluster of EMR is: its share is as large as the instances that were asked for. */
record YarnQueue(ResourceManager yarn, State state, String cluster) {
    private static final Logger LOG = LoggerFactory.getLogger(YarnQueue.class);
    private static final String OF_EMR = "j-";
    /** The time to wait for killed applications to leave the queue, which takes seconds. */
    private static final Duration LEAVING = Duration.ofSeconds(20);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /**
     * Makes the queue, or gives it another share.
     *
     * @throws EngineFailure when YARN does not take it
     */
    void put(int share) {
        yarn.putQueue(cluster, share);
    }

    /** Removes the queue when everything in it has ended; one that YARN holds on to is swept later. */
    void remove() throws InterruptedException {
        Instant deadline = Instant.now().plus(LEAVING);
        try {
            boolean removed = yarn.removeQueue(cluster);
            while (!removed && Instant.now().isBefore(deadline)) {
                Thread.sleep(LOOK_AGAIN.toMillis());
                removed = yarn.removeQueue(cluster);
            }
            if (!removed) {
                LOG.warn(
                        "The queue of cluster {} stays in YARN until Laguna starts again: after {} s YARN still refuses to remove"
                                + " it. What runs in it takes resources until it ends; YARN's web page shows it.",
                        cluster,
                        LEAVING.toSeconds());
            }
        } catch (EngineFailure e) {
            LOG.warn(
                    "The queue of cluster {} stays in YARN until Laguna starts again. What runs in it, if anything does,"
                            + " takes resources until it ends.",
                    cluster,
                    e);
        }
    }

    /** Removes the queues of clusters that do not live any more. */
    static void sweep(ResourceManager yarn, Collection<String> living) {
        try {
            yarn.queues().stream()
                    .filter(queue -> queue.startsWith(OF_EMR) && !living.contains(queue))
                    .forEach(yarn::removeQueue);
        } catch (EngineFailure e) {
            // They take no resources as long as nothing runs in them.
            LOG.warn("Queues of clusters that do not live any more stay in YARN until Laguna starts again", e);
        }
    }

    /** Returns the share that the queue should have: the number of workers that were asked for, at least one. */
    int share() {
        List<InstanceCollection> collections = state.read(handle -> new InstanceRecords(handle, cluster).collections());
        int workers = collections.stream()
                .filter(each -> !each.role().equals("MASTER"))
                .mapToInt(YarnQueue::size)
                .sum();
        return Math.max(1, workers);
    }

    private static int size(InstanceCollection collection) {
        if (collection instanceof InstanceCollection.Group group) {
            return group.group().requestedInstanceCount();
        }
        InstanceFleet fleet = ((InstanceCollection.Fleet) collection).fleet();
        return orNone(fleet.targetOnDemandCapacity()) + orNone(fleet.targetSpotCapacity());
    }

    private static int orNone(Integer capacity) {
        return capacity == null ? 0 : capacity;
    }
}
