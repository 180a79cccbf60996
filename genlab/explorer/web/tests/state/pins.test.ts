import { expect, test } from "vitest";
import { letterOf, Pins } from "../../src/state/pins";
import { offset, plain, type Point } from "../../src/state/point";

const at = (...z: number[]): Point => plain(Float32Array.from(z));
const pins = (kind: "lerp" | "slerp" = "lerp") => new Pins(at(0, 0), at(2, 0), kind);

test("there is a way from A to B, and none with one of them alone", () => {
  expect(Array.from(pins().at(0.25)!.z)).toEqual([0.5, 0]);
  expect(new Pins(at(0, 0), null, "lerp").at(0.5)).toBeNull();
  expect(
    pins()
      .steps(5)
      .map(({ z }) => z[0]),
  ).toEqual([0, 0.5, 1, 1.5, 2]);
});

test("pins after B lie at equal distances on the way and have the next letters", () => {
  const three = pins();
  three.more = [at(2, 4)];
  expect(three.names.map(letterOf)).toEqual(["A", "B", "C"]);
  expect(Array.from(three.at(0.5)!.z)).toEqual([2, 0]);
  expect(Array.from(three.at(0.75)!.z)).toEqual([2, 2]);
  expect(three.at(1)).toBe(three.more[0]);
});

test("a GAN's offset goes straight where its z does not", () => {
  const [a, b] = [offset(Float32Array.of(1, 0), Float32Array.of(0)), offset(Float32Array.of(0, 1), Float32Array.of(4))];
  const middle = new Pins(a, b, "slerp").at(0.5)!;
  expect(middle.z[0]).toBeCloseTo(Math.SQRT1_2);
  expect(middle.delta![0]).toBe(2);
});

test("weights of classes go straight where z goes round, and add up to 1 all the way", () => {
  const told = new Pins(at(1, 0, 1, 0), at(0, 1, 0, 1), "slerp", 2);
  for (const { z } of told.steps(5)) {
    expect(Math.hypot(z[0], z[1])).toBeCloseTo(1);
    expect(z[2] + z[3]).toBeCloseTo(1);
  }
  expect(told.at(0.25)!.z[3]).toBeCloseTo(0.25);
});

test("a chosen course is walked until a pin is another", () => {
  const chosen = pins();
  const points = [chosen.a!, at(1, 3), chosen.b!];
  chosen.course = { pins: chosen.all, points, along: [0, 0.8, 1] };
  expect(Array.from(chosen.at(0.8)!.z)).toEqual([1, 3]);
  expect(chosen.at(0.4)!.z[1]).toBeCloseTo(1.5);
  chosen.a = { ...chosen.a!, code: Float32Array.of(0, 0) }; // the same pin, its code known now
  expect(chosen.course).not.toBeNull();
  chosen.b = at(2, 1);
  expect(chosen.course).toBeNull();
  expect(Array.from(chosen.at(0.5)!.z)).toEqual([1, 0.5]);
});
