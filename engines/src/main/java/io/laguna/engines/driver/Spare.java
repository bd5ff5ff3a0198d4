package io.laguna.engines.driver;

import com.sun.management.OperatingSystemMXBean;
import io.laguna.engines.process.AvailableMemory;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/**
 * The part of this machine, or of the container that it is, which nothing uses.
 *
 * @param cores of the processor, on average since this was asked last; none when the machine does not tell
 * @param memory the bytes that are available, where the machine tells
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/api/jdk.management/com/sun/management/OperatingSystemMXBean.html">
 *     OperatingSystemMXBean</a>
 */
record Spare(double cores, OptionalLong memory) {
    static Spare ofThisMachine() {
        OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        double load = machine.getCpuLoad();
        double cores = load < 0 ? 0 : (1 - load) * machine.getAvailableProcessors();
        return new Spare(cores, AvailableMemory.ofThisMachine().bytes());
    }
}
