/** The root of every path: the workbook with its settings, names and sheets. */
import type { Area } from '../workbook.ts';
import { names } from './names.ts';
import { collection, type HostObject, property } from './objects.ts';
import type { Surface } from './surfaces.ts';
import { worksheets } from './worksheets.ts';

export function workbookObject(surface: Surface): HostObject {
  const { workbook } = surface;
  const selected = (area: Area): HostObject => surface.range({ sheet: workbook.active, areas: [area] });
  return {
    type: 'Workbook',
    properties: { Name: property(() => workbook.name) },
    parts: {
      Application: () => application,
      Names: () => names(surface, null),
      Protection: () => protection(surface),
      Settings: () => settings(surface),
      Worksheets: () => worksheets(surface),
    },
    objects: {
      GetSelectedRange: () => selected(workbook.selection),
      GetActiveCell: () => {
        const { top, left } = workbook.selection;
        return selected({ top, left, bottom: top, right: left });
      },
      _GetObjectByReferenceId: surface.kept,
      _GetRangeForEventByReferenceId: surface.kept,
      _GetRangeOrNullObjectForEventByReferenceId: surface.kept,
    },
    methods: {
      _RemoveReference: (reference: string) => surface.release(reference),
      _RemoveAllReferences: () => surface.release(null),
    },
  };
}

const application: HostObject = {
  type: 'Application',
  properties: { CalculationMode: property(() => 'Automatic') },
  methods: {
    Calculate: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
    SuspendApiCalculationUntilNextSync: () => null,
  },
};

function protection({ workbook }: Surface): HostObject {
  return {
    type: 'WorkbookProtection',
    properties: { Protected: property(() => workbook.structureProtected) },
    methods: {
      Protect: () => {
        workbook.structureProtected = true;
      },
      Unprotect: () => {
        workbook.structureProtected = false;
      },
    },
  };
}

function settings({ workbook }: Surface): HostObject {
  const stored = workbook.settings;
  const setting = (key: string): HostObject => ({
    type: 'Setting',
    id: () => ({ Key: key, _Id: key }),
    properties: {
      Key: property(() => key),
      Value: property(
        () => stored.get(key),
        (value) => {
          stored.set(key, value);
        },
      ),
      _Id: property(() => key),
    },
    methods: { Delete: () => void stored.delete(key) },
  });
  return collection(
    'SettingCollection',
    () => [...stored.keys()].map(setting),
    (key) => (stored.has(key) ? setting(key) : null),
    {
      objects: {
        // Documented: sets the setting when there is one already.
        Add: (key: string, value: unknown) => {
          stored.set(key, value);
          return setting(key);
        },
      },
    },
  );
}
