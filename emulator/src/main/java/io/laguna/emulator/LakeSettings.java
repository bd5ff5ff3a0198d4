package io.laguna.emulator;

/**
 * How a lake is started.
 *
 * @param host the address the endpoint binds; engines are on loopback always
 * @param checkSignatures whether requests must be signed with a key of {@link LakeKeys}; otherwise any credentials are taken
 * @param openBeyondLoopback takes any credentials from other machines too
 */
public record LakeSettings(LakePorts ports, String host, boolean checkSignatures, boolean openBeyondLoopback) {
    public static final String LOOPBACK = "127.0.0.1";

    /** On loopback, any credentials. */
    public static LakeSettings open(LakePorts ports) {
        return new LakeSettings(ports, LOOPBACK, false, false);
    }

    /** The host by which this machine reaches the endpoint. */
    String reachableHost() {
        return host.equals("0.0.0.0") || host.equals("::") ? LOOPBACK : host;
    }
}
