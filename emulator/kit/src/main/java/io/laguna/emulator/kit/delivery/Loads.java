package io.laguna.emulator.kit.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The loads in which deliveries go on their way: one by one, and several in one where they may go together. One with which
 * a carrier has broken goes alone.
 *
 * @param most how many loads are on their way at a time
 * @param together how many deliveries are in a load at the most
 */
public record Loads(int most, int together) {
    /** Returns how many deliveries are on their way at a time, at the most. */
    int room() {
        return most * together;
    }

    List<List<Delivery>> of(List<Delivery> deliveries) {
        List<List<Delivery>> loads = new ArrayList<>();
        Map<String, List<Delivery>> open = new LinkedHashMap<>();
        for (Delivery each : deliveries) {
            Optional<String> text = each.together().filter(unused -> each.breaks() == 0);
            List<Delivery> load = text.map(shared -> open.computeIfAbsent(shared, unused -> new ArrayList<>()))
                    .orElseGet(ArrayList::new);
            load.add(each);
            if (text.isEmpty() || load.size() >= together) {
                loads.add(load);
                text.ifPresent(open::remove);
            }
        }
        loads.addAll(open.values());
        return loads;
    }
}
