#!/usr/bin/env bash
# SPDX-License-Identifier: EPL-2.0
# org.eclipse.emf.ecore 2.43.0 and org.eclipse.emf.ecore.xmi 2.39.0 (Maven Central, Eclipse's modelling framework): of the readings 21.5, 21.5 and 22
# two are kept.
#
# Guess:  an attribute of the type EDouble with an upper bound of -1 is a list of numbers, as a List<Double> is: it keeps what is added, in its order.
# Seen:   attributes are "unique" unless the model says otherwise: add of a value that is there does nothing and returns false, which List.add never
#         does, addAll and eSet leave equal ones out, and set throws ("The 'no duplicates' constraint is violated"). A row of measurements loses its
#         repetitions and no longer fits its row of times; a mean over it is another. Two NaN are one. A file is read as it is, with equal values,
#         which are there until the object is copied, by EcoreUtil.copy or by eSet of its list.
# Way out: unique="false" in the model (setUnique(false)), which the generated classes need as well.
#
# Needs a JDK of 17 or newer and any Maven; fails when the behaviour changes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat >pom.xml <<'XML'
<project><modelVersion>4.0.0</modelVersion><groupId>f</groupId><artifactId>f</artifactId><version>1</version><dependencies>
<dependency><groupId>org.eclipse.emf</groupId><artifactId>org.eclipse.emf.ecore</artifactId><version>2.43.0</version></dependency>
<dependency><groupId>org.eclipse.emf</groupId><artifactId>org.eclipse.emf.ecore.xmi</artifactId><version>2.39.0</version></dependency>
</dependencies></project>
XML
mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath
cat >Run.java <<'JAVA'
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EcoreFactory;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.XMIResourceImpl;

public class Run {
	public static void main(String[] arguments) throws Exception {
		EAttribute readings = readings(true);
		EPackage model = readings.getEContainingClass().getEPackage();
		EObject made = model.getEFactoryInstance().create(readings.getEContainingClass());
		List<Double> list = list(made, readings);
		expect("add", list.add(21.5) + " " + list.add(21.5) + " " + list.add(22.0) + " " + list, "true false true [21.5, 22.0]");
		try {
			list.set(1, 21.5);
			throw new AssertionError("this has changed");
		} catch (IllegalArgumentException e) {
			System.out.println("set: " + e.getMessage());
		}
		made.eSet(readings, List.of(21.5, 21.5, Double.NaN, Double.NaN, 22.0));
		expect("eSet", list, "[21.5, NaN, 22.0]");

		ResourceSet resources = new ResourceSetImpl();
		resources.getPackageRegistry().put("http://m", model);
		XMIResourceImpl file = new XMIResourceImpl(URI.createURI("series.xmi"));
		resources.getResources().add(file);
		file.load(new ByteArrayInputStream(("<m:Series xmlns:m='http://m'><readings>21.5</readings><readings>21.5</readings>"
				+ "<readings>22</readings></m:Series>").getBytes(StandardCharsets.UTF_8)), null);
		EObject loaded = file.getContents().get(0);
		expect("loaded", list(loaded, readings), "[21.5, 21.5, 22.0]");
		expect("copied", list(EcoreUtil.copy(loaded), readings), "[21.5, 22.0]");
		made.eSet(readings, loaded.eGet(readings));
		expect("eSet of what was loaded", list, "[21.5, 22.0]");

		EAttribute freely = readings(false);
		EObject free = freely.getEContainingClass().getEPackage().getEFactoryInstance().create(freely.getEContainingClass());
		free.eSet(freely, List.of(21.5, 21.5, 22.0));
		expect("not unique", list(free, freely), "[21.5, 21.5, 22.0]");
	}

	private static EAttribute readings(boolean unique) {
		EPackage model = EcoreFactory.eINSTANCE.createEPackage();
		model.setName("m");
		model.setNsPrefix("m");
		model.setNsURI("http://m");
		EClass series = EcoreFactory.eINSTANCE.createEClass();
		series.setName("Series");
		model.getEClassifiers().add(series);
		EAttribute readings = EcoreFactory.eINSTANCE.createEAttribute();
		readings.setName("readings");
		readings.setEType(EcorePackage.Literals.EDOUBLE);
		readings.setUpperBound(-1);
		if (!unique) {
			readings.setUnique(false);
		}
		series.getEStructuralFeatures().add(readings);
		return readings;
	}

	@SuppressWarnings("unchecked")
	private static List<Double> list(EObject object, EAttribute attribute) {
		return (List<Double>) object.eGet(attribute);
	}

	private static void expect(String what, Object seen, String expected) {
		System.out.println(what + ": " + seen);
		if (!seen.toString().equals(expected)) {
			throw new AssertionError("this has changed");
		}
	}
}
JAVA
java -cp "$(cat classpath)" Run.java
echo "as described"
