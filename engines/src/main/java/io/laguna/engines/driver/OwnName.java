package io.laguna.engines.driver;

import io.laguna.engines.process.EngineFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The name of this machine, whose address Spark asks for when it reads the keys of AWS from a job's environment
 * ({@code SparkHadoopUtil}). On a machine that was renamed by hand, or made without an installer, it may have none.
 */
final class OwnName {
    private OwnName() {}

    /** Looks up the address of this machine's name. */
    interface LookUp {
        InetAddress address() throws UnknownHostException;
    }

    /**
     * Checks that the name has an address.
     *
     * @throws EngineFailure when it has none, with what to do
     */
    static void require(LookUp lookUp) {
        try {
            lookUp.address();
        } catch (UnknownHostException e) {
            throw new EngineFailure(
                    "Spark needs an address of this machine's own name, and there is none (" + e.getMessage()
                            + "). Add the name to /etc/hosts: echo \"127.0.1.1 $(hostname)\" | sudo tee -a /etc/hosts",
                    e);
        }
    }
}
