package io.laguna.emulator.edge.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
    private final Hosts hosts = new Hosts(Set.of("localhost", "lake"), Set.of("laguna", "lake.company.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:4566",
                "192.168.1.20:4566",
                "[::1]",
                "[::1]:4566",
                "localhost",
                "LocalHost:4566",
                "raw.localhost",
                "raw.s3.localhost:4566",
                "lake:1",
                "raw.lake",
                "laguna:4566",
                "lake.company.example",
                "a1b2c3d4e5.execute-api.lake.company.example:4566",
                "a1b2c3d4e5.execute-api.us-east-1.lake.company.example",
                "host.docker.internal:4566",
                "host.testcontainers.internal:4566",
                "s3.amazonaws.com",
                "raw.s3.eu-west-1.amazonaws.com",
                "glue.cn-north-1.amazonaws.com.cn"
            })
    void namesThatNobodyElseCanHaveAreAllowed(String host) {
        assertThat(hosts.admit(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":4566",
                "evil.example",
                "rebound.example:4566",
                "localhost.evil.example",
                "evil-localhost",
                "localhost.",
                ".localhost",
                "127.0.0.1.evil.example",
                "127.0.0.1.nip.io:4566",
                "localhost:4566.evil.example",
                "raw.laguna",
                "xlake.company.example",
                "amazonaws.com.evil.example",
                "evilamazonaws.com",
                "amazonaws.com",
                "localhost.localstack.cloud",
                "a1b2c3d4e5.execute-api.evil.example",
                "evil.a1b2c3d4e5.execute-api.lake.company.example",
                "another.docker.internal",
                "[::1].evil.example"
            })
    void everyOtherNameIsNot(String host) {
        assertThat(hosts.admit(host)).isFalse();
    }
}
