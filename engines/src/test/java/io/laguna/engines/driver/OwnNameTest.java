package io.laguna.engines.driver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.laguna.engines.process.EngineFailure;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class OwnNameTest {
    @Test
    void aNameWithoutAnAddressIsSaidWithWhatToDo() {
        assertThatThrownBy(() -> OwnName.require(() -> {
                    throw new UnknownHostException("lake: Name or service not known");
                }))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("lake: Name or service not known")
                .hasMessageContaining("/etc/hosts");
    }

    @Test
    void aNameWithAnAddressIsEnough() {
        assertThatCode(() -> OwnName.require(InetAddress::getLoopbackAddress)).doesNotThrowAnyException();
    }
}
