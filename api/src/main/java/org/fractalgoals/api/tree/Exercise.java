package org.fractalgoals.api.tree;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.fractalgoals.api.http.StoredJson;
import org.fractalgoals.api.instance.InstanceView;
import org.fractalgoals.projections.session.InstanceRow;

/**
 * An activity instance as it appears inside the data of its session: the instance, and some of it again under the names
 * that clients use there.
 */
record Exercise(@JsonUnwrapped InstanceView instance, String type, String instanceId, String name,
    String activityId, boolean hasSets, List<InstanceView.Value> metrics) {

  static Exercise of(InstanceRow row) {
    var instance = InstanceView.of(row);
    return new Exercise(instance, "activity", instance.id(), instance.definitionName(),
        instance.activityDefinitionId(), !StoredJson.isEmpty(instance.sets()),
        instance.metricValues());
  }
}
