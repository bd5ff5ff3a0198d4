package io.laguna.pipelines.profile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The place where Spark jobs run. */
public sealed interface Place {

    /**
     * A cluster of EMR that is made for the run.
     *
     * @param order whether steps of one wave run at once
     * @param coreCount of instances, beside the one primary instance
     * @param subnet of EC2
     * @param idleTimeout after which the cluster ends itself, should nobody do it
     */
    record Cluster(
            StepOrder order,
            String primaryType,
            String coreType,
            int coreCount,
            String serviceRole,
            String instanceProfile,
            Optional<String> subnet,
            Duration idleTimeout)
            implements Place {}

    /**
     * An application of EMR Serverless.
     *
     * @param id of one that is there; otherwise one is made for the run
     * @param executionRole the ARN of the role that jobs have
     * @param maximumCpu the most vCPUs at once: {@code 16 vCPU}
     * @param maximumMemory the most memory at once: {@code 64 GB}
     * @param subnets where the application reaches the source; without them it reaches AWS only
     */
    record Application(
            Optional<String> id,
            String executionRole,
            String maximumCpu,
            String maximumMemory,
            List<String> subnets,
            List<String> securityGroups)
            implements Place {
        public Application {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** The order in which steps are given to a cluster. */
    enum StepOrder {
        /** Two steps run at a time: each wave is added when the one before it is done. */
        WAVES,
        /**
         * One step runs after the other: steps before the queries come with the cluster, the others are added to it.
         */
        SEQUENCE
    }
}
